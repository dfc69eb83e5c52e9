/* The engine's Unicode tables, which rakelib/support/onig_tables.rb packs into tables.h.
   Included by unicode.c; a table is unpacked when it is first needed. */
#include "tables.h"

/* A zigzag number has its sign in the lowest bit. */
#define SIGNED(n) ((OnigCodePoint )((n) & 1 ? -(int )((n) >> 1) - 1 : (int )((n) >> 1)))
#define SLOTS 4096

OnigCodePoint OnigUnicodeFolds1[FOLDS1_SIZE];
OnigCodePoint OnigUnicodeFolds2[FOLDS2_SIZE];
OnigCodePoint OnigUnicodeFolds3[FOLDS3_SIZE];

static struct ByUnfoldKey unfolds[FOLDS1_SIZE / 2];
static short unfold_slots[SLOTS];
static short fold_slots[SLOTS];
static int unfold_count;

static unsigned int
next_number(const unsigned char** packed)
{
  unsigned int n = 0;
  int shift = 0;

  do {
    n |= (unsigned int )(**packed & 0x7f) << shift;
    shift += 7;
  } while (*(*packed)++ & 0x80);
  return n;
}

static unsigned int
slot_of(OnigCodePoint code)
{
  return (code * 2654435761u) >> 20;
}

static void
put(short slots[], OnigCodePoint code, int number)
{
  unsigned int slot = slot_of(code);

  while (slots[slot] != 0) slot = (slot + 1) % SLOTS;
  slots[slot] = (short )(number + 1);
}

static void
unpack_folds(const unsigned char* p, const unsigned char* end, OnigCodePoint* out, int width)
{
  OnigCodePoint first = 0;
  int at = 0;

  while (p < end) {
    int entry = at;
    int i, n;

    n = (int )next_number(&p);
    first += SIGNED(n);
    out[at++] = first;
    n = (int )next_number(&p);
    for (i = 1; i < width; i++) {
      unsigned int step = next_number(&p);
      out[at++] = first + SIGNED(step);
    }
    out[at++] = (OnigCodePoint )n;
    if (width == 1) put(fold_slots, first, entry);
    for (; n > 0; n--) {
      unsigned int step = next_number(&p);
      struct ByUnfoldKey* key = &unfolds[unfold_count];
      key->code = out[at++] = first + SIGNED(step);
      key->index = (short )entry;
      key->fold_len = (short )width;
      put(unfold_slots, key->code, unfold_count++);
    }
  }
}

static void
need_folds(void)
{
  if (unfold_count > 0) return;
  unpack_folds(packed_folds1, packed_folds1 + sizeof(packed_folds1), OnigUnicodeFolds1, 1);
  unpack_folds(packed_folds2, packed_folds2 + sizeof(packed_folds2), OnigUnicodeFolds2, 2);
  unpack_folds(packed_folds3, packed_folds3 + sizeof(packed_folds3), OnigUnicodeFolds3, 3);
}

extern const struct ByUnfoldKey*
onigenc_unicode_unfold_key(OnigCodePoint code)
{
  unsigned int slot;

  need_folds();
  for (slot = slot_of(code); unfold_slots[slot] != 0; slot = (slot + 1) % SLOTS) {
    const struct ByUnfoldKey* key = &unfolds[unfold_slots[slot] - 1];
    if (key->code == code) return key;
  }
  return 0;
}

extern int
onigenc_unicode_fold1_key(OnigCodePoint code[])
{
  unsigned int slot;

  need_folds();
  for (slot = slot_of(code[0]); fold_slots[slot] != 0; slot = (slot + 1) % SLOTS) {
    int index = fold_slots[slot] - 1;
    if (OnigUnicodeFolds1[index] == code[0]) return index;
  }
  return -1;
}

static int
entry_of(OnigCodePoint code[], const OnigCodePoint* table, int size, int width)
{
  int at, i;

  need_folds();
  for (at = 0; at < size; at += width + 1 + (int )table[at + width]) {
    for (i = 0; i < width && table[at + i] == code[i]; i++) ;
    if (i == width) return at;
  }
  return -1;
}

extern int
onigenc_unicode_fold2_key(OnigCodePoint code[])
{
  return entry_of(code, OnigUnicodeFolds2, FOLDS2_SIZE, 2);
}

extern int
onigenc_unicode_fold3_key(OnigCodePoint code[])
{
  return entry_of(code, OnigUnicodeFolds3, FOLDS3_SIZE, 3);
}

/* Where membership in a set of categories changes: fills `out`, or only counts. */
static int
category_points(unsigned int mask, OnigCodePoint* out)
{
  const unsigned char* p = packed_categories;
  const unsigned char* end = p + sizeof(packed_categories);
  OnigCodePoint code = 0;
  unsigned int inside = 0;
  int n = 0;

  while (p < end) {
    unsigned int member = mask >> (*p >> 3) & 1;
    unsigned int length = *p++ & 7;
    if (member != inside) {
      if (out) out[n] = code;
      n++;
      inside = member;
    }
    code += length ? length : next_number(&p);
  }
  if (inside) {
    if (out) out[n] = code;
    n++;
  }
  return n;
}

/* The count of ranges, then the first and the last code point of each; 0 without memory. */
static OnigCodePoint*
unpack_ranges(const unsigned char* p)
{
  unsigned int mask = next_number(&p);
  int differences = (int )next_number(&p);
  int count = category_points(mask, 0);
  OnigCodePoint* points = (OnigCodePoint* )xmalloc(sizeof(OnigCodePoint) * (size_t )(count + 1));
  OnigCodePoint* ranges = (OnigCodePoint* )xmalloc(sizeof(OnigCodePoint) * (size_t )(count + differences + 2));
  OnigCodePoint difference = 0;
  int i = 0, n = 0;

  if (points == 0 || ranges == 0) {
    xfree(points);
    xfree(ranges);
    return 0;
  }
  category_points(mask, points);
  if (differences > 0) difference = next_number(&p);
  while (i < count || differences > 0) {
    OnigCodePoint point;
    int from_set = i < count && (differences == 0 || points[i] <= difference);
    int from_differences = differences > 0 && (i == count || difference <= points[i]);

    point = from_set ? points[i] : difference;
    if (from_set) i++;
    if (from_differences && --differences > 0) difference += next_number(&p);
    if (from_set == from_differences) continue;
    ranges[1 + n] = n % 2 ? point - 1 : point;
    n++;
  }
  ranges[0] = (OnigCodePoint )(n / 2);
  xfree(points);
  return ranges;
}

static const OnigCodePoint*
code_ranges(unsigned int ctype)
{
  static OnigCodePoint* unpacked[CODE_RANGES_NUM];
  static const OnigCodePoint none[] = { 0 };

  if (unpacked[ctype] == 0) unpacked[ctype] = unpack_ranges(packed_ranges + packed_ranges_at[ctype]);
  return unpacked[ctype] ? unpacked[ctype] : none;
}

/* The number of the property of a name in lower case; -1 if there is none. */
static int
property_number(const char* name)
{
  const unsigned char* p = property_names;
  const unsigned char* end = p + sizeof(property_names);

  while (p < end) {
    size_t length = strlen((const char* )p);
    const unsigned char* number = p + length + 1;
    if (strcmp((const char* )p, name) == 0) return number[0] | number[1] << 8;
    p = number + 2;
  }
  return -1;
}

/* The grapheme break type of a code point. */
static int
break_type(OnigCodePoint code)
{
  enum { OTHER = 0, LV = 14, LVT = 15 };
  static struct { OnigCodePoint from, to; int type; } ranges[EGCB_RANGE_NUM];
  int low = 0, high = EGCB_RANGE_NUM;

  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 ? LVT : LV;
  if (ranges[1].to == 0) {
    const unsigned char* p = packed_breaks;
    OnigCodePoint next = 0;
    int i;
    for (i = 0; i < EGCB_RANGE_NUM; i++) {
      int head = *p++;
      ranges[i].type = head >> 3;
      ranges[i].from = next + next_number(&p);
      ranges[i].to = ranges[i].from + ((head & 7) < 7 ? (OnigCodePoint )(head & 7) : next_number(&p));
      next = ranges[i].to + 1;
    }
  }
  while (low < high) {
    int middle = (low + high) >> 1;
    if (code > ranges[middle].to) low = middle + 1;
    else high = middle;
  }
  return low < EGCB_RANGE_NUM && code >= ranges[low].from ? ranges[low].type : OTHER;
}
