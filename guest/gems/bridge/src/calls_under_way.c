/* Where the script is: called where a guest was stopped, in the middle of anything. So nothing here allocates, raises,
   or calls what does. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/debug.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <mruby/internal.h> /* by what is included before it */
#include <kobako.h>

/* Of mruby's backtraces: where a call is, FALSE if it is not shown. */
mrb_bool mrb_locate_call(mrb_state *mrb, ptrdiff_t i, struct mrb_backtrace_location *location);

/* So many lines are told of deep calls, the innermost and the outermost. */
#define INNERMOST 32
#define OUTERMOST 8
/* Bytes of a name, and of a line: those after them are left out. */
#define MAX_NAME 512
#define MAX_LINE (4 * MAX_NAME)

static char lines[(INNERMOST + OUTERMOST) * 256];

struct writer {
  char *at;
  char *end;
};

/* Text on one line. */
static void
add(struct writer *to, const char *bytes, size_t length)
{
  if (length > MAX_NAME) length = MAX_NAME;
  for (; length > 0 && to->at < to->end; length--, bytes++) {
    *to->at++ = (unsigned char)*bytes < ' ' ? '?' : *bytes;
  }
}

static void
add_literal(struct writer *to, const char *text)
{
  add(to, text, strlen(text));
}

static void
add_number(struct writer *to, uint32_t number)
{
  char digits[10];
  size_t count = 0;

  do {
    digits[sizeof(digits) - ++count] = (char)('0' + number % 10);
    number /= 10;
  } while (number > 0);
  add(to, digits + sizeof(digits) - count, count);
}

static void
add_symbol(mrb_state *mrb, struct writer *to, mrb_sym symbol)
{
  mrb_int length;
  const char *name = mrb_sym_name_len(mrb, symbol, &length);

  if (name) add(to, name, (size_t)length);
}

/* The name of a class, if it has its own; FALSE if not. */
static mrb_bool
add_class(mrb_state *mrb, struct writer *to, struct RClass *c, mrb_bool last)
{
  mrb_value name = mrb_obj_iv_get(mrb, (struct RObject *)c, MRB_SYM(__classname__));
  mrb_int length;
  const char *bytes;

  if (mrb_symbol_p(name)) {
    bytes = mrb_sym_name_len(mrb, mrb_symbol(name), &length);
  }
  else if (mrb_string_p(name)) {
    bytes = RSTRING_PTR(name);
    length = RSTRING_LEN(name);
  }
  else {
    return FALSE;
  }
  for (mrb_int i = length; last && i > 0; i--) {
    if (bytes[i - 1] != ':') continue;
    bytes += i;
    length -= i;
    break;
  }
  add(to, bytes, (size_t)length);
  return TRUE;
}

/* `Foo#bar`, or `Foo.bar` of a method of Foo itself. */
static void
add_method(mrb_state *mrb, struct writer *to, const struct mrb_backtrace_location *call)
{
  struct RClass *c = call->owner;
  const char *between = "#";

  while (c && c->tt == MRB_TT_ICLASS) c = c->c;
  if (c && c->tt == MRB_TT_SCLASS) {
    mrb_value attached = mrb_obj_iv_get(mrb, (struct RObject *)c, MRB_SYM(__attached__));

    c = mrb_type(attached) == MRB_TT_CLASS || mrb_type(attached) == MRB_TT_MODULE ? mrb_class_ptr(attached) : NULL;
    between = ".";
  }
  if (c && add_class(mrb, to, c, FALSE)) add_literal(to, between);
  add_symbol(mrb, to, call->method_id);
}

/* As the lines of an exception say it. */
static void
add_label(mrb_state *mrb, struct writer *to, const struct mrb_backtrace_location *call)
{
  if (call->blocks == 1) add_literal(to, "block in ");
  if (call->blocks > 1) {
    add_literal(to, "block (");
    add_number(to, call->blocks);
    add_literal(to, " levels) in ");
  }
  if (call->method_id) {
    add_method(mrb, to, call);
  }
  else if (!call->owner) {
    add_literal(to, "<main>");
  }
  else if (call->owner->tt == MRB_TT_SCLASS) {
    add_literal(to, "singleton class");
  }
  else {
    add_literal(to, call->owner->tt == MRB_TT_MODULE ? "<module:" : "<class:");
    add_class(mrb, to, call->owner, TRUE);
    add_literal(to, ">");
  }
}

static void
add_line(mrb_state *mrb, struct writer *to, const struct mrb_backtrace_location *call)
{
  int32_t number;
  const char *file;

  if (!call->irep || !mrb_debug_get_position(mrb, call->irep, (uint32_t)call->idx, &number, &file)) return;
  add_literal(to, file);
  add_literal(to, ":");
  add_number(to, (uint32_t)number);
  add_literal(to, ":in '");
  add_label(mrb, to, call);
  add_literal(to, "'");
  if (to->at < to->end) *to->at++ = '\n';
}

void
kobako_calls_under_way(mrb_state *mrb, struct kobako_text *out)
{
  struct writer to = { lines, lines + sizeof(lines) };
  ptrdiff_t last = mrb->c->ci - mrb->c->cibase;
  int told = 0;

  for (ptrdiff_t i = last; i >= 0 && told < INNERMOST + OUTERMOST; i--) {
    struct mrb_backtrace_location call;
    char *start = to.at;

    if (told == INNERMOST && i >= OUTERMOST) i = OUTERMOST - 1;
    if (!mrb_locate_call(mrb, i, &call)) continue;
    struct writer line = { to.at, to.end - to.at > MAX_LINE ? to.at + MAX_LINE : to.end };
    add_line(mrb, &line, &call);
    if (line.at == start || line.at[-1] != '\n') continue;
    to.at = line.at;
    told++;
  }
  out->bytes = lines;
  out->len = (size_t)(to.at - lines);
}
