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
#embed "mem-2022/questionnaire.yaml" suffix(,)
  0};
static const unsigned char file_10[] = {
#embed "mem-2022/questions/obj_1.yaml" suffix(,)
  0};
static const unsigned char file_11[] = {
#embed "mem-2022/questions/obj_10.yaml" suffix(,)
  0};
static const unsigned char file_12[] = {
#embed "mem-2022/questions/obj_11.yaml" suffix(,)
  0};
static const unsigned char file_13[] = {
#embed "mem-2022/questions/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_14[] = {
#embed "mem-2022/questions/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_15[] = {
#embed "mem-2022/questions/obj_3.yaml" suffix(,)
  0};
static const unsigned char file_16[] = {
#embed "mem-2022/questions/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_17[] = {
#embed "mem-2022/questions/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_18[] = {
#embed "mem-2022/tests/obj_1.yaml" suffix(,)
  0};
static const unsigned char file_19[] = {
#embed "mem-2022/tests/obj_10.yaml" suffix(,)
  0};
static const unsigned char file_20[] = {
#embed "mem-2022/tests/obj_11.yaml" suffix(,)
  0};
static const unsigned char file_21[] = {
#embed "mem-2022/tests/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_22[] = {
#embed "mem-2022/tests/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_23[] = {
#embed "mem-2022/tests/obj_3.yaml" suffix(,)
  0};
static const unsigned char file_24[] = {
#embed "mem-2022/tests/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_25[] = {
#embed "mem-2022/tests/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_26[] = {
#embed "mem-2022/words/en.yaml" suffix(,)
  0};
static const unsigned char file_27[] = {
#embed "mem-2022/words/es/obj_12.yaml" suffix(,)
  0};
static const unsigned char file_28[] = {
#embed "mem-2022/words/es/obj_2.yaml" suffix(,)
  0};
static const unsigned char file_29[] = {
#embed "mem-2022/words/es/obj_4.yaml" suffix(,)
  0};
static const unsigned char file_30[] = {
#embed "mem-2022/words/es/obj_5.yaml" suffix(,)
  0};
static const unsigned char file_31[] = {
#embed "messages/en/cel.yaml" suffix(,)
  0};
static const unsigned char file_32[] = {
#embed "messages/en/error.yaml" suffix(,)
  0};
static const unsigned char file_33[] = {
#embed "messages/en/evidence-report.yaml" suffix(,)
  0};
static const unsigned char file_34[] = {
#embed "messages/en/evidence.yaml" suffix(,)
  0};
static const unsigned char file_35[] = {
#embed "messages/en/pack.yaml" suffix(,)
  0};
static const unsigned char file_36[] = {
#embed "messages/en/reply.yaml" suffix(,)
  0};
static const unsigned char file_37[] = {
#embed "messages/en/report.yaml" suffix(,)
  0};
static const unsigned char file_38[] = {
#embed "messages/en/rules.yaml" suffix(,)
  0};
static const unsigned char file_39[] = {
#embed "messages/en/seal.yaml" suffix(,)
  0};
static const unsigned char file_40[] = {
#embed "messages/en/yaml.yaml" suffix(,)
  0};
static const unsigned char file_41[] = {
#embed "messages/es/cel.yaml" suffix(,)
  0};
static const unsigned char file_42[] = {
#embed "messages/es/error.yaml" suffix(,)
  0};
static const unsigned char file_43[] = {
#embed "messages/es/evidence-report.yaml" suffix(,)
  0};
static const unsigned char file_44[] = {
#embed "messages/es/evidence.yaml" suffix(,)
  0};
static const unsigned char file_45[] = {
#embed "messages/es/pack.yaml" suffix(,)
  0};
static const unsigned char file_46[] = {
#embed "messages/es/reply.yaml" suffix(,)
  0};
static const unsigned char file_47[] = {
#embed "messages/es/report.yaml" suffix(,)
  0};
static const unsigned char file_48[] = {
#embed "messages/es/rules.yaml" suffix(,)
  0};
static const unsigned char file_49[] = {
#embed "messages/es/seal.yaml" suffix(,)
  0};
static const unsigned char file_50[] = {
#embed "messages/es/yaml.yaml" suffix(,)
  0};
static const unsigned char file_51[] = {
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
  {"mem-2022/questionnaire.yaml", file_9, sizeof file_9 - 1},
  {"mem-2022/questions/obj_1.yaml", file_10, sizeof file_10 - 1},
  {"mem-2022/questions/obj_10.yaml", file_11, sizeof file_11 - 1},
  {"mem-2022/questions/obj_11.yaml", file_12, sizeof file_12 - 1},
  {"mem-2022/questions/obj_12.yaml", file_13, sizeof file_13 - 1},
  {"mem-2022/questions/obj_2.yaml", file_14, sizeof file_14 - 1},
  {"mem-2022/questions/obj_3.yaml", file_15, sizeof file_15 - 1},
  {"mem-2022/questions/obj_4.yaml", file_16, sizeof file_16 - 1},
  {"mem-2022/questions/obj_5.yaml", file_17, sizeof file_17 - 1},
  {"mem-2022/tests/obj_1.yaml", file_18, sizeof file_18 - 1},
  {"mem-2022/tests/obj_10.yaml", file_19, sizeof file_19 - 1},
  {"mem-2022/tests/obj_11.yaml", file_20, sizeof file_20 - 1},
  {"mem-2022/tests/obj_12.yaml", file_21, sizeof file_21 - 1},
  {"mem-2022/tests/obj_2.yaml", file_22, sizeof file_22 - 1},
  {"mem-2022/tests/obj_3.yaml", file_23, sizeof file_23 - 1},
  {"mem-2022/tests/obj_4.yaml", file_24, sizeof file_24 - 1},
  {"mem-2022/tests/obj_5.yaml", file_25, sizeof file_25 - 1},
  {"mem-2022/words/en.yaml", file_26, sizeof file_26 - 1},
  {"mem-2022/words/es/obj_12.yaml", file_27, sizeof file_27 - 1},
  {"mem-2022/words/es/obj_2.yaml", file_28, sizeof file_28 - 1},
  {"mem-2022/words/es/obj_4.yaml", file_29, sizeof file_29 - 1},
  {"mem-2022/words/es/obj_5.yaml", file_30, sizeof file_30 - 1},
  {"messages/en/cel.yaml", file_31, sizeof file_31 - 1},
  {"messages/en/error.yaml", file_32, sizeof file_32 - 1},
  {"messages/en/evidence-report.yaml", file_33, sizeof file_33 - 1},
  {"messages/en/evidence.yaml", file_34, sizeof file_34 - 1},
  {"messages/en/pack.yaml", file_35, sizeof file_35 - 1},
  {"messages/en/reply.yaml", file_36, sizeof file_36 - 1},
  {"messages/en/report.yaml", file_37, sizeof file_37 - 1},
  {"messages/en/rules.yaml", file_38, sizeof file_38 - 1},
  {"messages/en/seal.yaml", file_39, sizeof file_39 - 1},
  {"messages/en/yaml.yaml", file_40, sizeof file_40 - 1},
  {"messages/es/cel.yaml", file_41, sizeof file_41 - 1},
  {"messages/es/error.yaml", file_42, sizeof file_42 - 1},
  {"messages/es/evidence-report.yaml", file_43, sizeof file_43 - 1},
  {"messages/es/evidence.yaml", file_44, sizeof file_44 - 1},
  {"messages/es/pack.yaml", file_45, sizeof file_45 - 1},
  {"messages/es/reply.yaml", file_46, sizeof file_46 - 1},
  {"messages/es/report.yaml", file_47, sizeof file_47 - 1},
  {"messages/es/rules.yaml", file_48, sizeof file_48 - 1},
  {"messages/es/seal.yaml", file_49, sizeof file_49 - 1},
  {"messages/es/yaml.yaml", file_50, sizeof file_50 - 1},
  {"oas/uses.yaml", file_51, sizeof file_51 - 1},
};
const RulesFile *const rules_files = files;
const size_t rules_file_count = sizeof files / sizeof files[0];
