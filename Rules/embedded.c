// Written by embed.sh: do not edit.
#include "rules.h"

// The package is C17 for its other targets; clang takes #embed there too, with a remark for every file.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The zero at the end lets an empty file be embedded too; it is not counted.
static const unsigned char file_0[] = {
#embed "mem-2022/evaluation/across.yaml" suffix(,)
  0};
static const unsigned char file_1[] = {
#embed "mem-2022/evaluation/obj_1.yaml" suffix(,)
  0};
static const unsigned char file_2[] = {
#embed "mem-2022/evaluation/obj_10.yaml" suffix(,)
  0};
static const unsigned char file_3[] = {
#embed "mem-2022/evaluation/obj_11.yaml" suffix(,)
  0};
static const unsigned char file_4[] = {
#embed "mem-2022/evaluation/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_5[] = {
#embed "mem-2022/evaluation/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_6[] = {
#embed "mem-2022/evaluation/obj_3.yaml" suffix(,)
  0};
static const unsigned char file_7[] = {
#embed "mem-2022/evaluation/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_8[] = {
#embed "mem-2022/evaluation/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_9[] = {
#embed "mem-2022/evaluation/obj_6.yaml" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "mem-2022/evaluation/obj_7.yaml" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "mem-2022/evaluation/obj_8.yaml" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "mem-2022/evaluation/obj_9.yaml" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "mem-2022/questionnaire.yaml" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "mem-2022/questions/obj_1.yaml" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "mem-2022/questions/obj_10.yaml" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "mem-2022/questions/obj_11.yaml" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "mem-2022/questions/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "mem-2022/questions/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "mem-2022/questions/obj_3.yaml" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "mem-2022/questions/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "mem-2022/questions/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "mem-2022/questions/obj_6.yaml" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "mem-2022/questions/obj_7.yaml" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "mem-2022/questions/obj_8.yaml" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "mem-2022/questions/obj_9.yaml" suffix(,)
  0};
static const unsigned char file_26[] = {
#embed "mem-2022/tests/obj_1.yaml" suffix(,)
  0};
static const unsigned char file_27[] = {
#embed "mem-2022/tests/obj_10.yaml" suffix(,)
  0};
static const unsigned char file_28[] = {
#embed "mem-2022/tests/obj_11.yaml" suffix(,)
  0};
static const unsigned char file_29[] = {
#embed "mem-2022/tests/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_30[] = {
#embed "mem-2022/tests/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_31[] = {
#embed "mem-2022/tests/obj_3.yaml" suffix(,)
  0};
static const unsigned char file_32[] = {
#embed "mem-2022/tests/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_33[] = {
#embed "mem-2022/tests/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_34[] = {
#embed "mem-2022/tests/obj_6.yaml" suffix(,)
  0};
static const unsigned char file_35[] = {
#embed "mem-2022/tests/obj_7.yaml" suffix(,)
  0};
static const unsigned char file_36[] = {
#embed "mem-2022/tests/obj_8.yaml" suffix(,)
  0};
static const unsigned char file_37[] = {
#embed "mem-2022/tests/obj_9.yaml" suffix(,)
  0};
static const unsigned char file_38[] = {
#embed "mem-2022/words/en.yaml" suffix(,)
  0};
static const unsigned char file_39[] = {
#embed "mem-2022/words/es.yaml" suffix(,)
  0};
static const unsigned char file_40[] = {
#embed "mem-2022/words/es/obj_1.yaml" suffix(,)
  0};
static const unsigned char file_41[] = {
#embed "mem-2022/words/es/obj_10.yaml" suffix(,)
  0};
static const unsigned char file_42[] = {
#embed "mem-2022/words/es/obj_11.yaml" suffix(,)
  0};
static const unsigned char file_43[] = {
#embed "mem-2022/words/es/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_44[] = {
#embed "mem-2022/words/es/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_45[] = {
#embed "mem-2022/words/es/obj_3.yaml" suffix(,)
  0};
static const unsigned char file_46[] = {
#embed "mem-2022/words/es/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_47[] = {
#embed "mem-2022/words/es/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_48[] = {
#embed "mem-2022/words/es/obj_6.yaml" suffix(,)
  0};
static const unsigned char file_49[] = {
#embed "mem-2022/words/es/obj_7.yaml" suffix(,)
  0};
static const unsigned char file_50[] = {
#embed "mem-2022/words/es/obj_8.yaml" suffix(,)
  0};
static const unsigned char file_51[] = {
#embed "mem-2022/words/es/obj_9.yaml" suffix(,)
  0};
static const unsigned char file_52[] = {
#embed "mem-2022/words/fr.yaml" suffix(,)
  0};
static const unsigned char file_53[] = {
#embed "mem-2022/words/pt.yaml" suffix(,)
  0};
static const unsigned char file_54[] = {
#embed "messages/en/cases.yaml" suffix(,)
  0};
static const unsigned char file_55[] = {
#embed "messages/en/cel.yaml" suffix(,)
  0};
static const unsigned char file_56[] = {
#embed "messages/en/document.yaml" suffix(,)
  0};
static const unsigned char file_57[] = {
#embed "messages/en/error.yaml" suffix(,)
  0};
static const unsigned char file_58[] = {
#embed "messages/en/evidence-report.yaml" suffix(,)
  0};
static const unsigned char file_59[] = {
#embed "messages/en/evidence.yaml" suffix(,)
  0};
static const unsigned char file_60[] = {
#embed "messages/en/explain.yaml" suffix(,)
  0};
static const unsigned char file_61[] = {
#embed "messages/en/help.yaml" suffix(,)
  0};
static const unsigned char file_62[] = {
#embed "messages/en/override.yaml" suffix(,)
  0};
static const unsigned char file_63[] = {
#embed "messages/en/pack.yaml" suffix(,)
  0};
static const unsigned char file_64[] = {
#embed "messages/en/parser.yaml" suffix(,)
  0};
static const unsigned char file_65[] = {
#embed "messages/en/reply.yaml" suffix(,)
  0};
static const unsigned char file_66[] = {
#embed "messages/en/report.yaml" suffix(,)
  0};
static const unsigned char file_67[] = {
#embed "messages/en/rules.yaml" suffix(,)
  0};
static const unsigned char file_68[] = {
#embed "messages/en/seal.yaml" suffix(,)
  0};
static const unsigned char file_69[] = {
#embed "messages/en/usage.yaml" suffix(,)
  0};
static const unsigned char file_70[] = {
#embed "messages/en/yaml.yaml" suffix(,)
  0};
static const unsigned char file_71[] = {
#embed "messages/es/cases.yaml" suffix(,)
  0};
static const unsigned char file_72[] = {
#embed "messages/es/cel.yaml" suffix(,)
  0};
static const unsigned char file_73[] = {
#embed "messages/es/document.yaml" suffix(,)
  0};
static const unsigned char file_74[] = {
#embed "messages/es/error.yaml" suffix(,)
  0};
static const unsigned char file_75[] = {
#embed "messages/es/evidence-report.yaml" suffix(,)
  0};
static const unsigned char file_76[] = {
#embed "messages/es/evidence.yaml" suffix(,)
  0};
static const unsigned char file_77[] = {
#embed "messages/es/explain.yaml" suffix(,)
  0};
static const unsigned char file_78[] = {
#embed "messages/es/help.yaml" suffix(,)
  0};
static const unsigned char file_79[] = {
#embed "messages/es/override.yaml" suffix(,)
  0};
static const unsigned char file_80[] = {
#embed "messages/es/pack.yaml" suffix(,)
  0};
static const unsigned char file_81[] = {
#embed "messages/es/parser.yaml" suffix(,)
  0};
static const unsigned char file_82[] = {
#embed "messages/es/reply.yaml" suffix(,)
  0};
static const unsigned char file_83[] = {
#embed "messages/es/report.yaml" suffix(,)
  0};
static const unsigned char file_84[] = {
#embed "messages/es/rules.yaml" suffix(,)
  0};
static const unsigned char file_85[] = {
#embed "messages/es/seal.yaml" suffix(,)
  0};
static const unsigned char file_86[] = {
#embed "messages/es/usage.yaml" suffix(,)
  0};
static const unsigned char file_87[] = {
#embed "messages/es/yaml.yaml" suffix(,)
  0};
static const unsigned char file_88[] = {
#embed "messages/fr/cases.yaml" suffix(,)
  0};
static const unsigned char file_89[] = {
#embed "messages/fr/cel.yaml" suffix(,)
  0};
static const unsigned char file_90[] = {
#embed "messages/fr/document.yaml" suffix(,)
  0};
static const unsigned char file_91[] = {
#embed "messages/fr/error.yaml" suffix(,)
  0};
static const unsigned char file_92[] = {
#embed "messages/fr/evidence-report.yaml" suffix(,)
  0};
static const unsigned char file_93[] = {
#embed "messages/fr/evidence.yaml" suffix(,)
  0};
static const unsigned char file_94[] = {
#embed "messages/fr/explain.yaml" suffix(,)
  0};
static const unsigned char file_95[] = {
#embed "messages/fr/help.yaml" suffix(,)
  0};
static const unsigned char file_96[] = {
#embed "messages/fr/override.yaml" suffix(,)
  0};
static const unsigned char file_97[] = {
#embed "messages/fr/pack.yaml" suffix(,)
  0};
static const unsigned char file_98[] = {
#embed "messages/fr/parser.yaml" suffix(,)
  0};
static const unsigned char file_99[] = {
#embed "messages/fr/reply.yaml" suffix(,)
  0};
static const unsigned char file_100[] = {
#embed "messages/fr/report.yaml" suffix(,)
  0};
static const unsigned char file_101[] = {
#embed "messages/fr/rules.yaml" suffix(,)
  0};
static const unsigned char file_102[] = {
#embed "messages/fr/seal.yaml" suffix(,)
  0};
static const unsigned char file_103[] = {
#embed "messages/fr/usage.yaml" suffix(,)
  0};
static const unsigned char file_104[] = {
#embed "messages/fr/yaml.yaml" suffix(,)
  0};
static const unsigned char file_105[] = {
#embed "messages/pt/cases.yaml" suffix(,)
  0};
static const unsigned char file_106[] = {
#embed "messages/pt/cel.yaml" suffix(,)
  0};
static const unsigned char file_107[] = {
#embed "messages/pt/document.yaml" suffix(,)
  0};
static const unsigned char file_108[] = {
#embed "messages/pt/error.yaml" suffix(,)
  0};
static const unsigned char file_109[] = {
#embed "messages/pt/evidence-report.yaml" suffix(,)
  0};
static const unsigned char file_110[] = {
#embed "messages/pt/evidence.yaml" suffix(,)
  0};
static const unsigned char file_111[] = {
#embed "messages/pt/explain.yaml" suffix(,)
  0};
static const unsigned char file_112[] = {
#embed "messages/pt/help.yaml" suffix(,)
  0};
static const unsigned char file_113[] = {
#embed "messages/pt/override.yaml" suffix(,)
  0};
static const unsigned char file_114[] = {
#embed "messages/pt/pack.yaml" suffix(,)
  0};
static const unsigned char file_115[] = {
#embed "messages/pt/parser.yaml" suffix(,)
  0};
static const unsigned char file_116[] = {
#embed "messages/pt/reply.yaml" suffix(,)
  0};
static const unsigned char file_117[] = {
#embed "messages/pt/report.yaml" suffix(,)
  0};
static const unsigned char file_118[] = {
#embed "messages/pt/rules.yaml" suffix(,)
  0};
static const unsigned char file_119[] = {
#embed "messages/pt/seal.yaml" suffix(,)
  0};
static const unsigned char file_120[] = {
#embed "messages/pt/usage.yaml" suffix(,)
  0};
static const unsigned char file_121[] = {
#embed "messages/pt/yaml.yaml" suffix(,)
  0};
static const unsigned char file_122[] = {
#embed "oas/uses.yaml" suffix(,)
  0};

static const RulesFile files[] = {
  {"mem-2022/evaluation/across.yaml", file_0, sizeof file_0 - 1},
  {"mem-2022/evaluation/obj_1.yaml", file_1, sizeof file_1 - 1},
  {"mem-2022/evaluation/obj_10.yaml", file_2, sizeof file_2 - 1},
  {"mem-2022/evaluation/obj_11.yaml", file_3, sizeof file_3 - 1},
  {"mem-2022/evaluation/obj_12.yaml", file_4, sizeof file_4 - 1},
  {"mem-2022/evaluation/obj_2.yaml", file_5, sizeof file_5 - 1},
  {"mem-2022/evaluation/obj_3.yaml", file_6, sizeof file_6 - 1},
  {"mem-2022/evaluation/obj_4.yaml", file_7, sizeof file_7 - 1},
  {"mem-2022/evaluation/obj_5.yaml", file_8, sizeof file_8 - 1},
  {"mem-2022/evaluation/obj_6.yaml", file_9, sizeof file_9 - 1},
  {"mem-2022/evaluation/obj_7.yaml", file_10, sizeof file_10 - 1},
  {"mem-2022/evaluation/obj_8.yaml", file_11, sizeof file_11 - 1},
  {"mem-2022/evaluation/obj_9.yaml", file_12, sizeof file_12 - 1},
  {"mem-2022/questionnaire.yaml", file_13, sizeof file_13 - 1},
  {"mem-2022/questions/obj_1.yaml", file_14, sizeof file_14 - 1},
  {"mem-2022/questions/obj_10.yaml", file_15, sizeof file_15 - 1},
  {"mem-2022/questions/obj_11.yaml", file_16, sizeof file_16 - 1},
  {"mem-2022/questions/obj_12.yaml", file_17, sizeof file_17 - 1},
  {"mem-2022/questions/obj_2.yaml", file_18, sizeof file_18 - 1},
  {"mem-2022/questions/obj_3.yaml", file_19, sizeof file_19 - 1},
  {"mem-2022/questions/obj_4.yaml", file_20, sizeof file_20 - 1},
  {"mem-2022/questions/obj_5.yaml", file_21, sizeof file_21 - 1},
  {"mem-2022/questions/obj_6.yaml", file_22, sizeof file_22 - 1},
  {"mem-2022/questions/obj_7.yaml", file_23, sizeof file_23 - 1},
  {"mem-2022/questions/obj_8.yaml", file_24, sizeof file_24 - 1},
  {"mem-2022/questions/obj_9.yaml", file_25, sizeof file_25 - 1},
  {"mem-2022/tests/obj_1.yaml", file_26, sizeof file_26 - 1},
  {"mem-2022/tests/obj_10.yaml", file_27, sizeof file_27 - 1},
  {"mem-2022/tests/obj_11.yaml", file_28, sizeof file_28 - 1},
  {"mem-2022/tests/obj_12.yaml", file_29, sizeof file_29 - 1},
  {"mem-2022/tests/obj_2.yaml", file_30, sizeof file_30 - 1},
  {"mem-2022/tests/obj_3.yaml", file_31, sizeof file_31 - 1},
  {"mem-2022/tests/obj_4.yaml", file_32, sizeof file_32 - 1},
  {"mem-2022/tests/obj_5.yaml", file_33, sizeof file_33 - 1},
  {"mem-2022/tests/obj_6.yaml", file_34, sizeof file_34 - 1},
  {"mem-2022/tests/obj_7.yaml", file_35, sizeof file_35 - 1},
  {"mem-2022/tests/obj_8.yaml", file_36, sizeof file_36 - 1},
  {"mem-2022/tests/obj_9.yaml", file_37, sizeof file_37 - 1},
  {"mem-2022/words/en.yaml", file_38, sizeof file_38 - 1},
  {"mem-2022/words/es.yaml", file_39, sizeof file_39 - 1},
  {"mem-2022/words/es/obj_1.yaml", file_40, sizeof file_40 - 1},
  {"mem-2022/words/es/obj_10.yaml", file_41, sizeof file_41 - 1},
  {"mem-2022/words/es/obj_11.yaml", file_42, sizeof file_42 - 1},
  {"mem-2022/words/es/obj_12.yaml", file_43, sizeof file_43 - 1},
  {"mem-2022/words/es/obj_2.yaml", file_44, sizeof file_44 - 1},
  {"mem-2022/words/es/obj_3.yaml", file_45, sizeof file_45 - 1},
  {"mem-2022/words/es/obj_4.yaml", file_46, sizeof file_46 - 1},
  {"mem-2022/words/es/obj_5.yaml", file_47, sizeof file_47 - 1},
  {"mem-2022/words/es/obj_6.yaml", file_48, sizeof file_48 - 1},
  {"mem-2022/words/es/obj_7.yaml", file_49, sizeof file_49 - 1},
  {"mem-2022/words/es/obj_8.yaml", file_50, sizeof file_50 - 1},
  {"mem-2022/words/es/obj_9.yaml", file_51, sizeof file_51 - 1},
  {"mem-2022/words/fr.yaml", file_52, sizeof file_52 - 1},
  {"mem-2022/words/pt.yaml", file_53, sizeof file_53 - 1},
  {"messages/en/cases.yaml", file_54, sizeof file_54 - 1},
  {"messages/en/cel.yaml", file_55, sizeof file_55 - 1},
  {"messages/en/document.yaml", file_56, sizeof file_56 - 1},
  {"messages/en/error.yaml", file_57, sizeof file_57 - 1},
  {"messages/en/evidence-report.yaml", file_58, sizeof file_58 - 1},
  {"messages/en/evidence.yaml", file_59, sizeof file_59 - 1},
  {"messages/en/explain.yaml", file_60, sizeof file_60 - 1},
  {"messages/en/help.yaml", file_61, sizeof file_61 - 1},
  {"messages/en/override.yaml", file_62, sizeof file_62 - 1},
  {"messages/en/pack.yaml", file_63, sizeof file_63 - 1},
  {"messages/en/parser.yaml", file_64, sizeof file_64 - 1},
  {"messages/en/reply.yaml", file_65, sizeof file_65 - 1},
  {"messages/en/report.yaml", file_66, sizeof file_66 - 1},
  {"messages/en/rules.yaml", file_67, sizeof file_67 - 1},
  {"messages/en/seal.yaml", file_68, sizeof file_68 - 1},
  {"messages/en/usage.yaml", file_69, sizeof file_69 - 1},
  {"messages/en/yaml.yaml", file_70, sizeof file_70 - 1},
  {"messages/es/cases.yaml", file_71, sizeof file_71 - 1},
  {"messages/es/cel.yaml", file_72, sizeof file_72 - 1},
  {"messages/es/document.yaml", file_73, sizeof file_73 - 1},
  {"messages/es/error.yaml", file_74, sizeof file_74 - 1},
  {"messages/es/evidence-report.yaml", file_75, sizeof file_75 - 1},
  {"messages/es/evidence.yaml", file_76, sizeof file_76 - 1},
  {"messages/es/explain.yaml", file_77, sizeof file_77 - 1},
  {"messages/es/help.yaml", file_78, sizeof file_78 - 1},
  {"messages/es/override.yaml", file_79, sizeof file_79 - 1},
  {"messages/es/pack.yaml", file_80, sizeof file_80 - 1},
  {"messages/es/parser.yaml", file_81, sizeof file_81 - 1},
  {"messages/es/reply.yaml", file_82, sizeof file_82 - 1},
  {"messages/es/report.yaml", file_83, sizeof file_83 - 1},
  {"messages/es/rules.yaml", file_84, sizeof file_84 - 1},
  {"messages/es/seal.yaml", file_85, sizeof file_85 - 1},
  {"messages/es/usage.yaml", file_86, sizeof file_86 - 1},
  {"messages/es/yaml.yaml", file_87, sizeof file_87 - 1},
  {"messages/fr/cases.yaml", file_88, sizeof file_88 - 1},
  {"messages/fr/cel.yaml", file_89, sizeof file_89 - 1},
  {"messages/fr/document.yaml", file_90, sizeof file_90 - 1},
  {"messages/fr/error.yaml", file_91, sizeof file_91 - 1},
  {"messages/fr/evidence-report.yaml", file_92, sizeof file_92 - 1},
  {"messages/fr/evidence.yaml", file_93, sizeof file_93 - 1},
  {"messages/fr/explain.yaml", file_94, sizeof file_94 - 1},
  {"messages/fr/help.yaml", file_95, sizeof file_95 - 1},
  {"messages/fr/override.yaml", file_96, sizeof file_96 - 1},
  {"messages/fr/pack.yaml", file_97, sizeof file_97 - 1},
  {"messages/fr/parser.yaml", file_98, sizeof file_98 - 1},
  {"messages/fr/reply.yaml", file_99, sizeof file_99 - 1},
  {"messages/fr/report.yaml", file_100, sizeof file_100 - 1},
  {"messages/fr/rules.yaml", file_101, sizeof file_101 - 1},
  {"messages/fr/seal.yaml", file_102, sizeof file_102 - 1},
  {"messages/fr/usage.yaml", file_103, sizeof file_103 - 1},
  {"messages/fr/yaml.yaml", file_104, sizeof file_104 - 1},
  {"messages/pt/cases.yaml", file_105, sizeof file_105 - 1},
  {"messages/pt/cel.yaml", file_106, sizeof file_106 - 1},
  {"messages/pt/document.yaml", file_107, sizeof file_107 - 1},
  {"messages/pt/error.yaml", file_108, sizeof file_108 - 1},
  {"messages/pt/evidence-report.yaml", file_109, sizeof file_109 - 1},
  {"messages/pt/evidence.yaml", file_110, sizeof file_110 - 1},
  {"messages/pt/explain.yaml", file_111, sizeof file_111 - 1},
  {"messages/pt/help.yaml", file_112, sizeof file_112 - 1},
  {"messages/pt/override.yaml", file_113, sizeof file_113 - 1},
  {"messages/pt/pack.yaml", file_114, sizeof file_114 - 1},
  {"messages/pt/parser.yaml", file_115, sizeof file_115 - 1},
  {"messages/pt/reply.yaml", file_116, sizeof file_116 - 1},
  {"messages/pt/report.yaml", file_117, sizeof file_117 - 1},
  {"messages/pt/rules.yaml", file_118, sizeof file_118 - 1},
  {"messages/pt/seal.yaml", file_119, sizeof file_119 - 1},
  {"messages/pt/usage.yaml", file_120, sizeof file_120 - 1},
  {"messages/pt/yaml.yaml", file_121, sizeof file_121 - 1},
  {"oas/uses.yaml", file_122, sizeof file_122 - 1},
};
const RulesFile *const rules_files = files;
const size_t rules_file_count = sizeof files / sizeof files[0];
