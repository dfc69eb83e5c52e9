/* The state of a StringScanner, which it holds as data. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "scanner.h"

static void
free_scanner(mrb_state *mrb, void *p)
{
  struct kobako_scanner *scanner = (struct kobako_scanner *)p;

  if (!scanner) return;
  mrb_free(mrb, scanner->groups.beg);
  mrb_free(mrb, scanner);
}

static const struct mrb_data_type scanner_type = { "StringScanner", free_scanner };

static struct kobako_scanner *
held(mrb_value self)
{
  mrb_bool one = mrb_type(self) == MRB_TT_CDATA && DATA_TYPE(self) == &scanner_type;
  return one ? (struct kobako_scanner *)DATA_PTR(self) : NULL;
}

struct kobako_scanner *
kobako_scanner_or_null(mrb_value self)
{
  struct kobako_scanner *scanner = held(self);
  return scanner && mrb_string_p(scanner->string) ? scanner : NULL;
}

struct kobako_scanner *
kobako_scanner_of(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_or_null(self);
  if (!scanner) mrb_raise(mrb, E_ARGUMENT_ERROR, "uninitialized StringScanner object");
  return scanner;
}

mrb_int
kobako_scanner_left(const struct kobako_scanner *scanner)
{
  return RSTRING_LEN(scanner->string) - scanner->pos;
}

mrb_value
kobako_scanner_part(mrb_state *mrb, const struct kobako_scanner *scanner, mrb_int from, mrb_int to)
{
  mrb_int end = RSTRING_LEN(scanner->string);

  if (from > end) return mrb_nil_value();
  if (to > end) to = end;
  return kobako_part(mrb, scanner->string, from, to < from ? from : to);
}

void
kobako_scanner_forget(struct kobako_scanner *scanner)
{
  scanner->matched = FALSE;
  scanner->pattern = mrb_nil_value();
}

void
kobako_scanner_make_room(mrb_state *mrb, struct kobako_scanner *scanner, int groups)
{
  if (groups <= scanner->room) return;
  scanner->groups.beg = (int *)mrb_realloc(mrb, scanner->groups.beg, 2 * sizeof(int) * (size_t)groups);
  scanner->groups.end = scanner->groups.beg + groups;
  scanner->room = groups;
}

struct kobako_scanner *
kobako_new_scanner(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = held(self);

  if (!scanner) {
    scanner = (struct kobako_scanner *)mrb_calloc(mrb, 1, sizeof(struct kobako_scanner));
    mrb_data_init(self, scanner, &scanner_type);
  }
  return scanner;
}
