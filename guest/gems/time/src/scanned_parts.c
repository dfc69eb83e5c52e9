/* The parts of a date in a text that strptime reads. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "scanned_parts.h"
#include "strftime.h"

static mrb_bool
digit_p(const char *text, mrb_int len, mrb_int at)
{
  return at < len && text[at] >= '0' && text[at] <= '9';
}

static mrb_bool
in_p(const char *set, char c)
{
  return c != 0 && strchr(set, c);
}

mrb_bool
kobako_scan_store(struct kobako_scan *scan, mrb_sym name, mrb_value value)
{
  mrb_hash_set(scan->mrb, scan->found, mrb_symbol_value(name), value);
  return TRUE;
}

static mrb_bool
store_int(struct kobako_scan *scan, mrb_sym name, mrb_int number)
{
  return kobako_scan_store(scan, name, mrb_int_value(scan->mrb, number));
}

/* How many digits are next, of so many at most; 0 for as many as there are. */
static mrb_int
digits(const struct kobako_scan *scan, mrb_int most)
{
  mrb_int count = 0;

  while ((most == 0 || count < most) && digit_p(scan->text, scan->len, scan->at + count)) count++;
  return count;
}

static mrb_value
integer(struct kobako_scan *scan, mrb_int count, mrb_bool negative)
{
  mrb_value number = mrb_str_to_integer(scan->mrb, mrb_str_new(scan->mrb, scan->text + scan->at, count), 10, FALSE);

  scan->at += count;
  return negative ? mrb_num_sub(scan->mrb, mrb_int_value(scan->mrb, 0), number) : number;
}

/* Whether a digit or a number is next in the format: then the number before it is only so wide. */
static mrb_bool
number_next_p(const struct kobako_scan_format *format)
{
  mrb_int at = format->at;

  if (digit_p(format->text, format->len, at)) return TRUE;
  if (at >= format->len || format->text[at] != '%') return FALSE;
  at++;
  if (at < format->len && (format->text[at] == 'E' || format->text[at] == 'O')) at++;
  if (at >= format->len) return FALSE;
  return in_p("CDdeFGgHIjkLlMmNQRrSsTUuVvWwXxYy", format->text[at]) || digit_p(format->text, format->len, at);
}

/* A plus or a minus, which is taken. */
static char
sign(struct kobako_scan *scan)
{
  char c = scan->at < scan->len ? scan->text[scan->at] : 0;

  if (c != '+' && c != '-') return 0;
  scan->at++;
  return c;
}

/* Letters of numbers, the most digits of these, and their range. */
static const struct number {
  char letter;
  uint8_t most, low;
  uint16_t high;
  mrb_sym name;
} numbers[] = {
  { 'd', 2, 1, 31, MRB_SYM(mday) },   { 'e', 2, 1, 31, MRB_SYM(mday) },  { 'H', 2, 0, 24, MRB_SYM(hour) },
  { 'k', 2, 0, 24, MRB_SYM(hour) },   { 'I', 2, 1, 12, MRB_SYM(hour) },  { 'l', 2, 1, 12, MRB_SYM(hour) },
  { 'j', 3, 1, 366, MRB_SYM(yday) },  { 'M', 2, 0, 59, MRB_SYM(min) },   { 'm', 2, 1, 12, MRB_SYM(mon) },
  { 'S', 2, 0, 60, MRB_SYM(sec) },    { 'U', 2, 0, 53, MRB_SYM(wnum0) }, { 'W', 2, 0, 53, MRB_SYM(wnum1) },
  { 'u', 1, 1, 7, MRB_SYM(cwday) },   { 'V', 2, 1, 53, MRB_SYM(cweek) }, { 'w', 1, 0, 6, MRB_SYM(wday) },
  { 'g', 2, 0, 99, MRB_SYM(cwyear) }, { 'y', 2, 0, 99, MRB_SYM(year) },
};

static const struct number *
number_of(char letter)
{
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    if (numbers[i].letter == letter) return &numbers[i];
  }
  return NULL;
}

static mrb_bool
limited(struct kobako_scan *scan, const struct number *wanted)
{
  char letter = wanted->letter;
  int most = wanted->most, number = 0;

  if (scan->text[scan->at] == ' ' && in_p("deHkIl", letter)) {
    scan->at++;
    most = 1;
  }
  mrb_int count = digits(scan, most);
  for (mrb_int i = 0; i < count; i++) number = number * 10 + (scan->text[scan->at++] - '0');
  if (count == 0 || number < wanted->low || number > wanted->high) return FALSE;
  if ((letter == 'g' || letter == 'y') && scan->century < 0) scan->century = number >= 69 ? 19 : 20;
  return store_int(scan, wanted->name, number);
}

static mrb_bool
year(struct kobako_scan *scan, char letter, const struct kobako_scan_format *format)
{
  mrb_bool negative = letter == 'Y' && sign(scan) == '-';
  mrb_int count = digits(scan, letter == 'C' ? 2 : 4);

  if (!number_next_p(format)) count = digits(scan, 0);
  if (count == 0) return FALSE;
  mrb_value number = integer(scan, count, negative);
  if (letter != 'C') return kobako_scan_store(scan, letter == 'Y' ? MRB_SYM(year) : MRB_SYM(cwyear), number);
  return kobako_scan_store(scan, MRB_SYM(_cent), number);
}

static mrb_bool
same_p(const struct kobako_scan *scan, const char *name, size_t size)
{
  if ((size_t)(scan->len - scan->at) < size) return FALSE;
  for (size_t i = 0; i < size; i++) {
    char c = scan->text[scan->at + (mrb_int)i];

    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if (c != (name[i] | 0x20)) return FALSE;
  }
  return TRUE;
}

/* The index of a name, or of the three letters it begins with; -1 for none. */
static int
name(struct kobako_scan *scan, const char *const *names, int count)
{
  for (int i = 0; i < count; i++) {
    size_t size = strlen(names[i]);

    if (!same_p(scan, names[i], size)) size = 3;
    if (!same_p(scan, names[i], size)) continue;
    scan->at += (mrb_int)size;
    return i;
  }
  return -1;
}

static mrb_bool
fraction(struct kobako_scan *scan, char letter, const struct kobako_scan_format *format)
{
  mrb_bool negative = sign(scan) == '-';
  mrb_int count = digits(scan, number_next_p(format) ? (letter == 'L' ? 3 : 9) : 0);

  if (count == 0) return FALSE;
  mrb_value number = integer(scan, count, negative), size = mrb_int_value(scan->mrb, count);
  return kobako_scan_store(scan, MRB_SYM(sec_fraction),
                           mrb_funcall_id(scan->mrb, scan->self, MRB_SYM(__decimal), 2, number, size));
}

static mrb_bool
seconds(struct kobako_scan *scan, char letter)
{
  mrb_bool negative = scan->text[scan->at] == '-';

  if (negative) scan->at++;
  mrb_int count = digits(scan, 0);
  if (count == 0) return FALSE;
  mrb_value number = integer(scan, count, negative), places = mrb_int_value(scan->mrb, 3);
  if (letter == 'Q') number = mrb_funcall_id(scan->mrb, scan->self, MRB_SYM(__decimal), 2, number, places);
  return kobako_scan_store(scan, MRB_SYM(seconds), number);
}

static mrb_bool
half(struct kobako_scan *scan)
{
  char first = (char)(scan->text[scan->at] | 0x20);

  if (same_p(scan, "am", 2) || same_p(scan, "pm", 2)) {
    scan->at += 2;
  }
  else if ((first == 'a' || first == 'p') && scan->len - scan->at >= 4 && scan->text[scan->at + 1] == '.' &&
           (scan->text[scan->at + 2] | 0x20) == 'm' && scan->text[scan->at + 3] == '.') {
    scan->at += 4;
  }
  else {
    return FALSE;
  }
  scan->noon = first == 'p' ? 12 : 0;
  return TRUE;
}

mrb_value
kobako_scan_rest(struct kobako_scan *scan, uint32_t encoding)
{
  mrb_value text = mrb_str_new(scan->mrb, scan->text + scan->at, scan->len - scan->at);

  RSTR_SET_ENCODING(mrb_str_ptr(text), encoding);
  return text;
}

static mrb_bool
zone(struct kobako_scan *scan)
{
  mrb_state *mrb = scan->mrb;
  mrb_value found = mrb_funcall_id(mrb, scan->self, MRB_SYM(__zone_at), 1, kobako_scan_rest(scan, MRB_STR_BINARY));

  if (!mrb_array_p(found)) return FALSE;
  mrb_value name = mrb_ensure_string_type(mrb, mrb_ary_ref(mrb, found, 0));
  mrb_int len = RSTRING_LEN(name);
  if (len > scan->len - scan->at) return FALSE;
  mrb_value text = mrb_str_new(mrb, scan->text + scan->at, len);
  RSTR_SET_ENCODING(mrb_str_ptr(text), RSTR_ENCODING(mrb_str_ptr(scan->source)));
  kobako_scan_store(scan, MRB_SYM(zone), text);
  kobako_scan_store(scan, MRB_SYM(offset), mrb_ary_ref(mrb, found, 1));
  scan->at += len;
  return TRUE;
}

mrb_bool
kobako_scan_literal(struct kobako_scan *scan, char c)
{
  if (scan->at >= scan->len || scan->text[scan->at] != c) return FALSE;
  scan->at++;
  return TRUE;
}

static mrb_bool
indexed(struct kobako_scan *scan, mrb_sym key, const char *const *names, int count, int first)
{
  int index = name(scan, names, count);
  return index >= 0 && store_int(scan, key, index + first);
}

mrb_bool
kobako_scan_part(struct kobako_scan *scan, char letter, const struct kobako_scan_format *format)
{
  const struct number *number = number_of(letter);

  if (number) return limited(scan, number);
  switch (letter) {
  case 'Y':
  case 'G':
  case 'C':
    return year(scan, letter, format);
  case 'A':
  case 'a':
    return indexed(scan, MRB_SYM(wday), kobako_day_names, 7, 0);
  case 'B':
  case 'b':
  case 'h':
    return indexed(scan, MRB_SYM(mon), kobako_month_names, 12, 1);
  case 'L':
  case 'N':
    return fraction(scan, letter, format);
  case 's':
  case 'Q':
    return seconds(scan, letter);
  case 'P':
  case 'p':
    return half(scan);
  case 'Z':
  case 'z':
    return zone(scan);
  default:
    if (!kobako_scan_literal(scan, '%')) return FALSE;
    return letter == '%' || kobako_scan_literal(scan, letter);
  }
}
