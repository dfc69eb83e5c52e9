/* From one encoding to another by way of code points. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "characters.h"
#include "transcode.h"

/*
 * string.__transcode(out, from): appends what begins at byte `from` to `out`, in the encoding that `out` has.
 * nil at the end, else where it stopped: [whether the bytes are valid, from, to, code point].
 */
static mrb_value
str_transcode(mrb_state *mrb, mrb_value self)
{
  mrb_value out;
  mrb_int at, end;
  uint32_t code;

  mrb_get_args(mrb, "Si", &out, &at);
  int encoding = kobako_encoding(out);
  for (; at >= 0 && at < RSTRING_LEN(self); at = end) {
    char bytes[4];
    enum kobako_decoded found = kobako_decode(self, at, &end, &code);
    int size = found == KOBAKO_CHARACTER ? kobako_encode(encoding, code, bytes) : 0;
    if (size == 0) {
      mrb_value stop[] = { mrb_bool_value(found != KOBAKO_INVALID), mrb_fixnum_value(at), mrb_fixnum_value(end),
                           mrb_fixnum_value(code) };
      return mrb_ary_new_from_values(mrb, 4, stop);
    }
    mrb_str_cat(mrb, out, bytes, size);
  }
  return mrb_nil_value();
}

void
kobako_init_transcode(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(__transcode), str_transcode, MRB_ARGS_REQ(2));
}
