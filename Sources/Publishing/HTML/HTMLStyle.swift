/// How an HTML document looks: on a screen, light or dark, narrow or wide, and on paper.
enum HTMLStyle {
  /// The whole style sheet.
  static let sheet = colours + text + parts + screen + paper

  // Each `-ink` is read on the `-page` of the same name, `plain`, `quiet` and `link` also on that of boxes.
  private static let colours = """
    :root {
      color-scheme: light dark;
      --plain-ink: #1c2127; --plain-page: #ffffff; --quiet-ink: #4b5560; --link-ink: #0b4f8a; --box-page: #f7f8fa; --rule: #cdd4db;
      --notice-ink: #5c3d00; --notice-page: #fdf4dc;
      --positive-ink: #0b5429; --positive-page: #e2f1e6; --partial-ink: #664400; --partial-page: #faefd3;
      --negative-ink: #86190f; --negative-page: #fae5e2; --neutral-ink: #3f4851; --neutral-page: #e9edf0;
      --open-ink: #3c2a7d; --open-page: #eae6f7;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --plain-ink: #e5e8eb; --plain-page: #14181d; --quiet-ink: #a8b3be; --link-ink: #8fc3f6; --box-page: #1b2128; --rule: #3a444e;
        --notice-ink: #f1d591; --notice-page: #322809;
        --positive-ink: #9fe2b4; --positive-page: #143220; --partial-ink: #f1d28b; --partial-page: #352a10;
        --negative-ink: #ffb6ae; --negative-page: #3d1a17; --neutral-ink: #c6ced6; --neutral-page: #2a323a;
        --open-ink: #d0c3fc; --open-page: #2c2449;
      }
    }

    """

  private static let text = """
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; color: var(--plain-ink); background: var(--plain-page);
      font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
      overflow-wrap: break-word; font-variant-numeric: lining-nums;
    }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; text-wrap: balance; margin: 2em 0 0.6em; }
    h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.5rem); margin: 0.3em 0; }
    h2 { font-size: 1.55rem; margin-top: 2.6em; padding-bottom: 0.3em; border-bottom: 2px solid var(--rule); }
    h3 { font-size: 1.25rem; }
    h4, h5, h6 { font-size: 1.0625rem; }
    p { margin: 0.8em 0; }
    a { color: var(--link-ink); text-underline-offset: 0.15em; }
    a:focus-visible, main:focus-visible, .frame:focus-visible { outline: 3px solid var(--link-ink); outline-offset: 2px; }
    code { font: 0.875em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; color: var(--quiet-ink); }
    sup { line-height: 0; font-size: 0.75em; }
    sup a { padding: 0 0.15em; text-decoration: none; }
    ul, ol { padding-left: 1.4em; margin: 0.6em 0; }
    li { margin: 0.25em 0; }
    li > dl { margin: 0.2em 0; font-size: 0.94em; }
    li > dl > div { padding: 0.05em 0; }
    li > ul { font-size: 0.94em; color: var(--quiet-ink); }

    """

  private static let parts = """
    .skip { position: absolute; left: 1rem; top: -4rem; padding: 0.6em 1em; color: var(--link-ink); background: var(--plain-page); border: 2px solid var(--link-ink); }
    .skip:focus { top: 1rem; z-index: 1; }
    .cover, .columns { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
    .cover { padding-top: clamp(2rem, 6vw, 5rem); }
    .series, .subtitle, .notice, dt, .tag, nav, th, caption, .number { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
    .series { margin: 0; color: var(--quiet-ink); font-size: 0.9rem; letter-spacing: 0.03em; }
    .subtitle { margin: 0.2em 0 1.4em; font-size: 1.35rem; }
    .notice { margin: 1.5em 0; padding: 0.9em 1.1em; font-size: 0.95rem; font-weight: 600; color: var(--notice-ink); background: var(--notice-page); border-left: 4px solid var(--notice-ink); }
    .remark { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--rule); color: var(--quiet-ink); }
    .number { color: var(--quiet-ink); }
    dl { margin: 0.8em 0; }
    dl > div { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.3em 0; align-items: baseline; }
    dt { font-size: 0.85rem; line-height: 1.5; color: var(--quiet-ink); }
    dd { margin: 0; min-width: 0; }
    .tag { display: inline-block; padding: 0.1em 0.65em; border: 1px solid; border-radius: 0.3em; font-size: 0.8rem; line-height: 1.6; font-weight: 600; white-space: nowrap; }
    .tag.positive { color: var(--positive-ink); background: var(--positive-page); }
    .tag.partial { color: var(--partial-ink); background: var(--partial-page); }
    .tag.negative { color: var(--negative-ink); background: var(--negative-page); }
    .tag.neutral { color: var(--neutral-ink); background: var(--neutral-page); }
    .tag.open { color: var(--open-ink); background: var(--open-page); }
    article { margin: 1.25rem 0; padding: 1rem 1.25rem; background: var(--box-page); border: 1px solid var(--rule); border-left: 4px solid; border-radius: 0.3rem; }
    article.positive { border-left-color: var(--positive-ink); }
    article.partial { border-left-color: var(--partial-ink); }
    article.negative { border-left-color: var(--negative-ink); }
    article.neutral { border-left-color: var(--neutral-ink); }
    article.open { border-left-color: var(--open-ink); }
    article > header { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: baseline; justify-content: space-between; }
    article > header > :first-child { margin: 0; flex: 1 1 18rem; text-wrap: pretty; }
    article > header > p { margin: 0; }
    article > :last-child { margin-bottom: 0; }
    .frame { overflow-x: auto; margin: 1em 0; }
    table { border-collapse: collapse; width: 100%; font-size: 0.94em; line-height: 1.45; }
    caption { text-align: left; font-size: 0.85rem; font-weight: 600; color: var(--quiet-ink); padding-bottom: 0.5em; }
    th, td { text-align: left; vertical-align: top; padding: 0.45em 0.7em; border-bottom: 1px solid var(--rule); overflow-wrap: normal; }
    th { font-size: 0.85rem; font-weight: 600; }
    tbody th { min-width: 7.5rem; }
    thead th { border-bottom: 2px solid var(--rule); vertical-align: bottom; }
    nav h2 { font-size: 1rem; margin: 2.5em 0 0.5em; border: 0; padding: 0; }
    nav ul { list-style: none; padding: 0; margin: 0; font-size: 0.9rem; line-height: 1.4; }
    nav li { margin: 0; }
    nav a { display: block; padding: 0.3em 0; text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    nav .level-1 { margin-top: 0.4em; font-weight: 600; }
    nav .level-2 { padding-left: 1rem; }
    nav .level-3, nav .level-4 { padding-left: 2rem; }
    main { padding-bottom: 5rem; }
    [role="doc-endnotes"] { font-size: 0.92em; }
    [role="doc-endnotes"] ol { padding-left: 2.6em; }
    [role="doc-endnote"] p { margin: 0.2em 0; }
    :target { scroll-margin-top: 1rem; }

    """

  private static let screen = """
    @media screen and (max-width: 36rem) {
      dl > div { grid-template-columns: minmax(0, 1fr); }
      article { padding: 0.9rem 1rem; }
    }
    @media screen and (min-width: 72rem) {
      .cover { max-width: 68rem; }
      .columns { max-width: 68rem; display: grid; grid-template-columns: 17rem minmax(0, 44rem); gap: 0 4rem; align-items: start; }
      nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0 0.5rem 2rem 0; }
      main { grid-column: 2; }
      .cover > dl, .cover > .notice { max-width: 44rem; }
    }

    """

  private static let paper = """
    @page { size: A4; margin: 22mm 20mm 24mm; @bottom-center { content: counter(page); font: 9pt system-ui, sans-serif; } }
    @page :first { @bottom-center { content: none; } }
    @media print {
      html { font-size: 9.5pt; }
      body { font-size: 1rem; line-height: 1.45; }
      nav ul { columns: 2; column-gap: 3rem; }
      article { margin: 0.8rem 0; padding: 0.7rem 1rem; }
      .skip { display: none; }
      .cover, .columns { max-width: none; padding: 0; }
      .cover { padding-top: 55mm; break-after: page; }
      nav { break-after: page; }
      main > h2, [role="doc-endnotes"] { break-before: page; }
      main > h2, [role="doc-endnotes"] > h2 { margin-top: 0; }
      main > h2:first-child, [role="doc-endnotes"] > h2 { break-before: auto; }
      h2, h3, h4, h5, h6, caption, thead { break-after: avoid; }
      article, tr, dl > div, li { break-inside: avoid; }
      p { orphans: 3; widows: 3; }
      thead { display: table-header-group; }
      .frame { overflow: visible; }
      article, .tag, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
