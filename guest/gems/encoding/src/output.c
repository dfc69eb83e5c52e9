/* A text that is written to its end. */
#include <mruby.h>
#include <mruby/string.h>
#include "output.h"
#include "wide.h"

struct kobako_output
kobako_output(mrb_state *mrb, mrb_int size)
{
  mrb_value text = mrb_str_new(mrb, NULL, size);
  return (struct kobako_output){ text, RSTRING_PTR(text), size };
}

void
kobako_make_room(mrb_state *mrb, struct kobako_output *output, mrb_int wanted)
{
  mrb_int size = output->end - RSTRING_PTR(output->text);

  mrb_str_resize(mrb, output->text, size + size / 2 + wanted + 16);
  output->end = RSTRING_PTR(output->text) + size;
  output->left = RSTRING_LEN(output->text) - size;
}

mrb_value
kobako_output_text(mrb_state *mrb, struct kobako_output *output, uint32_t flags)
{
  struct RString *s = mrb_str_ptr(output->text);

  RSTR_SET_LEN(s, output->end - RSTR_PTR(s));
  RSTR_PTR(s)[RSTR_LEN(s)] = '\0';
  RSTR_SET_ENCODING(s, flags);
  kobako_widen(mrb, output->text);
  return output->text;
}
