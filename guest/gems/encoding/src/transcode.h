/* Characters of strings of any encoding that the guest knows. */
#ifndef KOBAKO_TRANSCODE_H
#define KOBAKO_TRANSCODE_H

#include <mruby.h>

enum kobako_decoded { KOBAKO_CHARACTER, KOBAKO_UNDEFINED, KOBAKO_INVALID };

/* The character at a byte that is in the string: where it ends, and its code point, if there is one in Unicode. */
enum kobako_decoded kobako_decode(mrb_value string, mrb_int at, mrb_int *end, uint32_t *code);

/* Whether all of it are characters. */
mrb_bool kobako_valid_p(mrb_value string);

void kobako_init_transcode(mrb_state *mrb);

#endif
