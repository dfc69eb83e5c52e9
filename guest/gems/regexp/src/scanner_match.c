/* StringScanner's methods that match: scan, skip, check and their like, getch, scan_integer. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "pattern.h"
#include "scanner.h"

enum { ADVANCE = 1, TEXT = 2, ANYWHERE = 4 };

/* Whether the copy still says what the string says: one that is changed leaves the bytes that both share. */
static mrb_bool
same_p(mrb_value copy, mrb_value string)
{
  struct RString *one, *two;

  if (!mrb_string_p(copy)) return FALSE;
  one = mrb_str_ptr(copy), two = mrb_str_ptr(string);
  if (RSTR_LEN(one) != RSTR_LEN(two) || RSTR_ENCODING(one) != RSTR_ENCODING(two)) return FALSE;
  if (RSTR_PTR(one) == RSTR_PTR(two)) return TRUE;
  return RSTR_EMBED_P(one) && memcmp(RSTR_PTR(one), RSTR_PTR(two), RSTR_LEN(one)) == 0;
}

/* What is to be searched, which is looked through once for all matches. */
static struct kobako_subject
subject_of(mrb_state *mrb, mrb_value self, struct kobako_scanner *scanner)
{
  struct kobako_subject subject;

  if (!same_p(scanner->subject.string, scanner->string)) {
    mrb_value copy = mrb_str_dup(mrb, scanner->string);
    mrb_basic_ptr(copy)->frozen = TRUE;
    subject = kobako_subject(mrb, copy);
    mrb_obj_iv_set_force(mrb, mrb_obj_ptr(self), MRB_SYM(subject), copy);
    scanner->subject = subject;
  }
  subject = scanner->subject;
  if (!scanner->fixed) subject.start += scanner->pos;
  return subject;
}

static void
keep_region(mrb_state *mrb, struct kobako_scanner *scanner, const kobako_region *region)
{
  int base = scanner->fixed ? 0 : (int)scanner->pos;

  kobako_scanner_make_room(mrb, scanner, region->num_regs);
  scanner->groups.num_regs = region->num_regs;
  for (int i = 0; i < region->num_regs; i++) {
    mrb_bool took_part = region->beg[i] >= 0;
    scanner->groups.beg[i] = took_part ? base + region->beg[i] : -1;
    scanner->groups.end[i] = took_part ? base + region->end[i] : -1;
  }
}

/* A match without groups; those of the last pattern stay, empty, as in CRuby. */
static void
keep_plain(mrb_state *mrb, struct kobako_scanner *scanner, mrb_int from, mrb_int to)
{
  kobako_scanner_make_room(mrb, scanner, 1);
  if (scanner->groups.num_regs == 0) scanner->groups.num_regs = 1;
  for (int i = 1; i < scanner->groups.num_regs; i++) scanner->groups.beg[i] = scanner->groups.end[i] = -1;
  scanner->groups.beg[0] = (int)from;
  scanner->groups.end[0] = (int)to;
}

/* Keeps a pattern whose groups have names, which may be asked for. */
static void
keep_pattern(mrb_state *mrb, mrb_value self, struct kobako_scanner *scanner, mrb_value pattern)
{
  scanner->pattern = mrb_nil_value();
  if (onig_number_of_names(kobako_program(mrb, kobako_pattern_of(mrb, pattern))) == 0) return;
  mrb_obj_iv_set_force(mrb, mrb_obj_ptr(self), MRB_SYM(pattern), pattern);
  scanner->pattern = pattern;
}

static mrb_bool
match_regexp(mrb_state *mrb, mrb_value self, struct kobako_scanner *scanner, mrb_value regexp, mrb_bool anywhere)
{
  mrb_int from = scanner->fixed ? scanner->pos : 0;
  struct kobako_subject subject;
  const kobako_region *region;

  keep_pattern(mrb, self, scanner, regexp);
  subject = subject_of(mrb, self, scanner);
  if (anywhere ? kobako_search(mrb, regexp, &subject, from, FALSE, &region) < 0
               : !kobako_match_at(mrb, regexp, &subject, from, &region)) {
    scanner->groups.num_regs = 0;
    return FALSE;
  }
  keep_region(mrb, scanner, region);
  return TRUE;
}

static mrb_bool
match_string(mrb_state *mrb, struct kobako_scanner *scanner, mrb_value string, mrb_bool anywhere)
{
  mrb_int len = RSTRING_LEN(string), at = scanner->pos;

  scanner->pattern = mrb_nil_value();
  mrb_str_encoding_of_both(mrb, scanner->string, string);
  if (anywhere) at = mrb_str_index(mrb, scanner->string, RSTRING_PTR(string), len, at);
  else if (kobako_scanner_left(scanner) < len ||
           memcmp(RSTRING_PTR(scanner->string) + at, RSTRING_PTR(string), len) != 0) {
    return FALSE;
  }
  if (at < 0) return FALSE;
  keep_plain(mrb, scanner, at, at + len);
  return TRUE;
}

static mrb_value
scan(mrb_state *mrb, mrb_value self, mrb_value pattern, int how)
{
  struct kobako_scanner *scanner;
  mrb_bool regexp = kobako_regexp_p(pattern), anywhere = (how & ANYWHERE) != 0;
  mrb_int end;

  if (!regexp) pattern = mrb_ensure_string_type(mrb, pattern);
  scanner = kobako_scanner_of(mrb, self);
  scanner->matched = FALSE;
  if (kobako_scanner_left(scanner) < 0) return mrb_nil_value();
  if (!(regexp ? match_regexp(mrb, self, scanner, pattern, anywhere) : match_string(mrb, scanner, pattern, anywhere))) {
    return mrb_nil_value();
  }
  end = scanner->groups.end[0];
  scanner->matched = TRUE;
  scanner->before = scanner->pos;
  if (how & ADVANCE) scanner->pos = end;
  if (how & TEXT) return kobako_scanner_part(mrb, scanner, scanner->before, end);
  return mrb_int_value(mrb, end - scanner->before);
}

static mrb_value
scanner_scan(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), ADVANCE | TEXT);
}

static mrb_value
scanner_match_p(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), 0);
}

static mrb_value
scanner_skip(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), ADVANCE);
}

static mrb_value
scanner_check(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), TEXT);
}

static mrb_value
scanner_scan_until(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), ADVANCE | TEXT | ANYWHERE);
}

static mrb_value
scanner_exist_p(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), ANYWHERE);
}

static mrb_value
scanner_skip_until(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), ADVANCE | ANYWHERE);
}

static mrb_value
scanner_check_until(mrb_state *mrb, mrb_value self)
{
  return scan(mrb, self, mrb_get_arg1(mrb), TEXT | ANYWHERE);
}

static mrb_value
scan_as_told(mrb_state *mrb, mrb_value self, int how)
{
  mrb_value pattern;
  mrb_bool advance, text;

  mrb_get_args(mrb, "obb", &pattern, &advance, &text);
  return scan(mrb, self, pattern, how | (advance ? ADVANCE : 0) | (text ? TEXT : 0));
}

static mrb_value
scanner_scan_full(mrb_state *mrb, mrb_value self)
{
  return scan_as_told(mrb, self, 0);
}

static mrb_value
scanner_search_full(mrb_state *mrb, mrb_value self)
{
  return scan_as_told(mrb, self, ANYWHERE);
}

/* Where the next byte is, NULL at the end. */
static const char *
next_byte(struct kobako_scanner *scanner)
{
  kobako_scanner_forget(scanner);
  return kobako_scanner_left(scanner) > 0 ? RSTRING_PTR(scanner->string) + scanner->pos : NULL;
}

/* Makes the next `len` bytes the match, and goes behind them. */
static mrb_value
take(mrb_state *mrb, struct kobako_scanner *scanner, mrb_int len)
{
  keep_plain(mrb, scanner, scanner->pos, scanner->pos + len);
  scanner->matched = TRUE;
  scanner->before = scanner->pos;
  scanner->pos += len;
  return kobako_scanner_part(mrb, scanner, scanner->before, scanner->pos);
}

static mrb_value
scanner_getch(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  const char *p = next_byte(scanner);
  mrb_bool wide = p && (*p & 0x80) && !RSTR_BINARY_P(mrb_str_ptr(scanner->string));

  if (!p) return mrb_nil_value();
  return take(mrb, scanner, wide ? mrb_utf8len(p, p + kobako_scanner_left(scanner)) : 1);
}

static mrb_value
scanner_get_byte(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  return next_byte(scanner) ? take(mrb, scanner, 1) : mrb_nil_value();
}

static mrb_value
scanner_scan_byte(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  const char *p = next_byte(scanner);

  if (!p) return mrb_nil_value();
  take(mrb, scanner, 1);
  return mrb_fixnum_value((uint8_t)*p);
}

static mrb_bool
digit_p(char c, mrb_int base)
{
  char letter = (char)(c | 0x20);
  return (c >= '0' && c <= '9') || (base == 16 && letter >= 'a' && letter <= 'f');
}

/* How many of the bytes are an integer. */
static mrb_int
integer_length(const char *p, mrb_int left, mrb_int base)
{
  mrb_int at = left > 0 && (*p == '-' || *p == '+') ? 1 : 0, digits;

  if (base == 16 && left - at > 2 && p[at] == '0' && p[at + 1] == 'x' && digit_p(p[at + 2], base)) at += 2;
  digits = at;
  while (at < left && digit_p(p[at], base)) at++;
  return at > digits ? at : 0;
}

/* __scan_integer(base), whose base is 10 or 16 */
static mrb_value
scanner_scan_integer(mrb_state *mrb, mrb_value self)
{
  mrb_int base = mrb_as_int(mrb, mrb_get_arg1(mrb)), len;
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  const char *p = next_byte(scanner);

  len = p ? integer_length(p, kobako_scanner_left(scanner), base) : 0;
  if (len == 0) return mrb_nil_value();
  return mrb_str_to_integer(mrb, take(mrb, scanner, len), base, FALSE);
}

void
kobako_init_scanner_matches(mrb_state *mrb, struct RClass *c)
{
  mrb_define_method_id(mrb, c, MRB_SYM(scan), scanner_scan, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM_Q(match), scanner_match_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(skip), scanner_skip, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(check), scanner_check, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(scan_full), scanner_scan_full, MRB_ARGS_REQ(3));
  mrb_define_method_id(mrb, c, MRB_SYM(scan_until), scanner_scan_until, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM_Q(exist), scanner_exist_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(skip_until), scanner_skip_until, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(check_until), scanner_check_until, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(search_full), scanner_search_full, MRB_ARGS_REQ(3));
  mrb_define_method_id(mrb, c, MRB_SYM(getch), scanner_getch, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(get_byte), scanner_get_byte, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(scan_byte), scanner_scan_byte, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, c, MRB_SYM(__scan_integer), scanner_scan_integer, MRB_ARGS_REQ(1));
}
