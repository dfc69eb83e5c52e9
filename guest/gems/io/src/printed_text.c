/* What puts, print, p and putc print, as a String. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/string.h>
#include "printed_text.h"

static void
cat_line(mrb_state *mrb, mrb_value text, mrb_value object)
{
  mrb_value line = mrb_obj_as_string(mrb, object);
  mrb_int len = RSTRING_LEN(line);

  mrb_str_cat(mrb, text, RSTRING_PTR(line), (size_t)len);
  if (len == 0 || RSTRING_PTR(line)[len - 1] != '\n') mrb_str_cat_lit(mrb, text, "\n");
}

/* The arrays around the one that is printed, to see a cycle. */
struct enclosing {
  const struct enclosing *outer;
  void *array;
};

static void
cat_lines(mrb_state *mrb, mrb_value text, mrb_value object, const struct enclosing *outer, int depth)
{
  struct RArray *array = mrb_string_p(object) ? NULL : mrb_array_of(mrb, object);
  if (!array) {
    int arena = mrb_gc_arena_save(mrb);
    cat_line(mrb, text, object);
    mrb_gc_arena_restore(mrb, arena);
    return;
  }

  object = mrb_obj_value(array);
  struct enclosing here = { outer, mrb_ptr(object) };
  if (depth > 1000) mrb_exc_raise(mrb, mrb_obj_value(mrb->stack_err));
  for (; outer; outer = outer->outer) {
    if (outer->array == here.array) {
      mrb_str_cat_lit(mrb, text, "[...]\n");
      return;
    }
  }
  for (mrb_int i = 0; i < RARRAY_LEN(object); i++) {
    cat_lines(mrb, text, RARRAY_PTR(object)[i], &here, depth + 1);
  }
}

mrb_value
kobako_lines_of(mrb_state *mrb, mrb_int argc, const mrb_value *argv)
{
  mrb_value text = mrb_str_new_capa(mrb, 128);

  if (argc == 0) mrb_str_cat_lit(mrb, text, "\n");
  for (mrb_int i = 0; i < argc; i++) cat_lines(mrb, text, argv[i], NULL, 0);
  return text;
}

/* Whatever the encodings are: what is written is bytes. */
static void
cat_bytes(mrb_state *mrb, mrb_value text, mrb_value string)
{
  mrb_str_cat(mrb, text, RSTRING_PTR(string), RSTRING_LEN(string));
}

mrb_value
kobako_strings_of(mrb_state *mrb, mrb_int argc, const mrb_value *argv)
{
  mrb_value text;

  if (argc == 1) return mrb_obj_as_string(mrb, argv[0]);
  text = mrb_str_new_capa(mrb, 128);
  for (mrb_int i = 0; i < argc; i++) cat_bytes(mrb, text, mrb_obj_as_string(mrb, argv[i]));
  return text;
}

mrb_value
kobako_inspected(mrb_state *mrb, mrb_int argc, const mrb_value *argv)
{
  mrb_value text = mrb_str_new_capa(mrb, 128);

  for (mrb_int i = 0; i < argc; i++) {
    int arena = mrb_gc_arena_save(mrb);
    cat_bytes(mrb, text, mrb_inspect(mrb, argv[i]));
    mrb_str_cat_lit(mrb, text, "\n");
    mrb_gc_arena_restore(mrb, arena);
  }
  return text;
}

mrb_value
kobako_character_of(mrb_state *mrb, mrb_value object)
{
  if (mrb_string_p(object)) return mrb_str_substr(mrb, object, 0, 1);
  char byte = (char)(mrb_as_int(mrb, object) & 0xff);
  return mrb_str_new(mrb, &byte, 1);
}
