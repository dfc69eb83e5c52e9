/* Reads a text by a format of strptime. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "date_parts.h"
#include "scanned_parts.h"

static mrb_bool scan_all(struct kobako_scan *scan, const char *text, mrb_int len);

static mrb_bool
space_p(const char *text, mrb_int len, mrb_int at)
{
  return at < len && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'));
}

static mrb_bool
composed(struct kobako_scan *scan, const char *format)
{
  return scan_all(scan, format, (mrb_int)strlen(format));
}

static mrb_bool
read(struct kobako_scan *scan, char letter, const struct kobako_scan_format *format)
{
  if (letter == 'v') return composed(scan, "%e-%b-%Y");
  if (letter == 'n' || letter == 't') return composed(scan, " ");
  if (kobako_composition(letter, TRUE)) return composed(scan, kobako_composition(letter, TRUE));
  return kobako_scan_part(scan, letter, format);
}

/* Reads the directive whose per cent sign was taken. */
static mrb_bool
directive(struct kobako_scan *scan, struct kobako_scan_format *format)
{
  mrb_int at = format->at;
  char letter;

  if (at >= format->len) return kobako_scan_literal(scan, '%');
  letter = format->text[at++];
  if (letter == 'E' || letter == 'O') {
    const char *allowed = letter == 'E' ? "cCxXyY" : "deHImMSuUVwWy";

    if (at >= format->len || !format->text[at] || !strchr(allowed, format->text[at]))
      return kobako_scan_literal(scan, '%');
    letter = format->text[at++];
  }
  else if (letter == ':') {
    while (at < format->len && format->text[at] == ':') at++;
    if (at - format->at > 3 || at >= format->len || format->text[at] != 'z') return FALSE;
    letter = format->text[at++];
  }
  format->at = at;
  return read(scan, letter, format);
}

static mrb_bool
scan_all(struct kobako_scan *scan, const char *text, mrb_int len)
{
  struct kobako_scan_format format = { text, len, 0 };

  while (format.at < len) {
    int arena = mrb_gc_arena_save(scan->mrb);

    if (space_p(text, len, format.at)) {
      while (space_p(text, len, format.at)) format.at++;
      while (space_p(scan->text, scan->len, scan->at)) scan->at++;
      continue;
    }
    if (scan->at >= scan->len) return FALSE;
    char c = text[format.at++];
    if (c == '%' ? !directive(scan, &format) : !kobako_scan_literal(scan, c)) return FALSE;
    mrb_gc_arena_restore(scan->mrb, arena);
  }
  return TRUE;
}

static void
complete_year(struct kobako_scan *scan, mrb_sym name, mrb_value century)
{
  mrb_state *mrb = scan->mrb;
  mrb_value year = mrb_hash_fetch(mrb, scan->found, mrb_symbol_value(name), mrb_nil_value());

  if (mrb_nil_p(year)) return;
  century = mrb_num_mul(mrb, century, mrb_int_value(mrb, 100));
  kobako_scan_store(scan, name, mrb_num_add(mrb, year, century));
}

/* Centuries and halves of days, which the other parts have now. */
static void
complete(struct kobako_scan *scan)
{
  mrb_state *mrb = scan->mrb;
  mrb_value hour = mrb_hash_fetch(mrb, scan->found, mrb_symbol_value(MRB_SYM(hour)), mrb_nil_value());
  mrb_value century = mrb_hash_delete_key(mrb, scan->found, mrb_symbol_value(MRB_SYM(_cent)));

  if (mrb_nil_p(century) && scan->century >= 0) century = mrb_int_value(mrb, scan->century);
  if (!mrb_nil_p(century)) {
    complete_year(scan, MRB_SYM(cwyear), century);
    complete_year(scan, MRB_SYM(year), century);
  }
  if (scan->noon >= 0 && mrb_integer_p(hour))
    kobako_scan_store(scan, MRB_SYM(hour), mrb_int_value(mrb, mrb_integer(hour) % 12 + scan->noon));
}

/* Date.__scan(text, format): a Hash of what was found; nil for a text of another form. */
static mrb_value
date_s_scan(mrb_state *mrb, mrb_value self)
{
  mrb_value text, format;

  mrb_get_args(mrb, "SS", &text, &format);
  /* What is asked on the way may change them. */
  text = mrb_str_dup(mrb, text);
  format = mrb_str_dup(mrb, format);
  struct kobako_scan scan = {
    mrb, self, text, mrb_hash_new(mrb), RSTRING_PTR(text), RSTRING_LEN(text), 0, -1, -1,
  };
  if (!scan_all(&scan, RSTRING_PTR(format), RSTRING_LEN(format))) return mrb_nil_value();
  if (scan.at < scan.len)
    kobako_scan_store(&scan, MRB_SYM(leftover), kobako_scan_rest(&scan, RSTR_ENCODING(mrb_str_ptr(text))));
  complete(&scan);
  return scan.found;
}

void
kobako_init_strptime(mrb_state *mrb, struct RClass *date)
{
  mrb_define_class_method_id(mrb, date, MRB_SYM(__scan), date_s_scan, MRB_ARGS_REQ(2));
}
