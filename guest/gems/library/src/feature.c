/* The library of the guest crate, and what names its features. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "library.h"

const struct kobako_library *kobako_library;

void
kobako_use_library(const struct kobako_library *table)
{
  kobako_library = table;
}

mrb_value
kobako_feature_name(mrb_state *mrb, mrb_value name)
{
  mrb_value text =
      mrb_respond_to(mrb, name, MRB_SYM(to_path)) ? mrb_funcall_argv(mrb, name, MRB_SYM(to_path), 0, NULL) : name;
  mrb_value string = mrb_ensure_string_type(mrb, text);
  mrb_int len = RSTRING_LEN(string);
  mrb_bool file = len > 3 && memcmp(RSTRING_PTR(string) + len - 3, ".rb", 3) == 0;

  return file ? mrb_str_new(mrb, RSTRING_PTR(string), len - 3) : string;
}
