/// What terms are made of: the names of ``Unanswered``, literals, and one pattern for nearly every construct.
enum TermGrammar {
  static let leaves: [Sort: [String]] = [
    .truth: ["p", "q", "pq", "na", "true", "false", "row.open"], .number: ["j", "k", "nai", "0", "1", "2", "row.year"],
    .text: ["s", "'a'", "'ab'"], .numbers: ["ul", "xs", "ys", "zs"], .truths: ["bs", "[p, false]", "[true, na]"],
    .option: ["uo", "optional.of(1)", "optional.none()"], .map: ["um", "mm", "{'a': 1}"], .row: ["row", "rows[0]", "rows[1]"],
  ]

  /// Fails for no value of its parts.
  static let total: [Sort: [TermPattern]] = [
    .truth: plain([
      "!($b)", "($b ? $b : $b)", "($i < $i)", "($i >= 2)", "($t == 'a')", "($t != 'ab')", "($t in ['a', 'ab'])", "($i in $l)",
      "($i in *l)", "($b in *c)", "('a' in $m)", "$l.all(@i, $b)", "*l.all(@i, $b)", "*c.all(@b, $b)", "$l.exists(@i, $b)",
      "*l.exists(@i, $b)", "*c.exists(@b, $b)", "*l.existsOne(@i, $b)", "*c.existsOne(@b, $b)", "$l.existsOne(@i, @i, $b)",
      "$m.exists(@t, @i, $b)", "$m.all(@t, @i, $b)", "has($m.a)", "has($r.open)", "has($r.amount)", "$r.open", "$o.hasValue()",
      "$l.isSorted()", "sets.contains($l, $l)", "sets.intersects($l, $l)", "sets.contains([$r], rows)", "$t.startsWith($t)",
      "$t.contains('a')", "cel.bind(@i, !i, $b)", "cel.bind(@b, !b, $b)", "rows.exists(@r, $b)", "rows.all(@r, $b)",
      "(xs == [$i, $i, 2])", "({'a': $i, 'b': 2} == mm)",
    ])
      + symmetric([
        "($b && $b)", "($b || $b)", "($b && $b && $b)", "($b || $b || $b)", "($b == $b)", "($i == $i)", "($i != $i)",
        "($t == $t)", "($l == $l)", "($m == $m)", "($o == $o)", "($r == $r)", "sets.equivalent($l, $l)",
        "([$i, 1] == [1, $i])",
      ]),
    .number: plain([
      "($i - $i)", "(-$i)", "($b ? $i : $i)", "$l.size()", "$c.size()", "$m.size()", "$t.size()", "$l.sum()", "$r.year",
      "math.greatest($i, $i)", "$o.orValue($i)", "$m.?a.orValue($i)", "$l[?0].orValue($i)", "cel.bind(@i, !i, $i)",
      "rows.distinct().size()", "[[$i], $l].flatten().size()", "[$l, $l].size()",
    ]) + symmetric(["($i + $i)", "($i + $i)"]),
    .text: plain([
      "($t + $t)", "string($i)", "($b ? $t : $t)", "$t.replace($t, 'b')", "$t.reverse()", "'%s %d'.format([$t, $i])",
    ]),
    .numbers: plain([
      "[$i]", "[$i, $i]", "[?$o, $i]", "$l.filter(@i, $b)", "$l.map(@i, $i)", "$l.map(@i, $b, $i)", "$l.sort()",
      "$l.transformList(@i, @i, $i)", "$l.transformList(@i, @i, $b, $i)", "$m.transformList(@t, @i, $i)", "$l.distinct()",
      "$l.reverse()", "$l.sortBy(@i, $i)", "($l + $l)", "($b ? $l : $l)", "[$l, $l].flatten()", "rows.map(@r, $i)",
      "[$o, $o].unwrapOpt()",
    ]),
    .truths: plain(["[$b, $b]", "$l.map(@i, $b)", "($b ? $c : $c)", "rows.map(@r, $b)"]),
    .option: plain([
      "optional.of($i)", "optional.ofNonZeroValue($i)", "$l.first()", "$l.last()", "$m.?a", "$m[?$t]", "$l[?$i]", "$o.or($o)",
      "$o.optMap(@i, $i)", "$o.optFlatMap(@i, $o)", "($b ? $o : $o)",
    ]),
    .map: plain([
      "{'a': $i}", "{'a': $i, 'b': $i}", "{$t: $i}", "{?'c': $o, 'a': $i}", "{?$t: $o}", "$m.transformMap(@t, @i, $i)",
      "$m.transformMap(@t, @i, $b, $i)", "($b ? $m : $m)",
    ]),
  ]

  /// Fails for some values or for all.
  static let partial: [Sort: [TermPattern]] = [
    .truth: plain(["fault", "(1 / $i > 0)", "($t.charAt($i) == 'a')"]),
    .number: plain(["($i / $i)", "($i % $i)", "$l[$i]", "$o.value()", "$m.a", "$m[$t]", "math.least($l)", "int($t)"]),
    .text: plain(["$t.charAt($i)", "$t.substring($i)"]),
    .numbers: plain(["$l.slice(0, $i)", "[1 / $i, $i]"]),
    .map: plain(["{$t: $i, $t: $i}", "$l.transformMapEntry(@i, @i, {$t: $i})", "{'a': 1 / $i}"]),
  ]

  private static func plain(_ patterns: [String]) -> [TermPattern] { patterns.map { TermPattern($0) } }
  private static func symmetric(_ patterns: [String]) -> [TermPattern] { patterns.map { TermPattern($0, isSymmetric: true) } }
}
