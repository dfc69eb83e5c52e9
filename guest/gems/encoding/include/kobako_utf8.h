/* Bytes and characters of a text. */
#ifndef KOBAKO_UTF8_H
#define KOBAKO_UTF8_H

#include <mruby.h>

mrb_bool kobako_utf8_p(const char *text, mrb_int len);
mrb_bool kobako_ascii_p(const char *text, size_t len);

/* Whether all of a string are characters of UTF-8, or it is of another encoding; raises ArgumentError if not. */
mrb_bool kobako_characters_p(mrb_value string);
void kobako_check_characters(mrb_state *mrb, mrb_value string);

/* The offset in bytes of a character, -1 if it is past the end; and the reverse. */
mrb_int kobako_byte_offset(mrb_value string, mrb_int chars);
mrb_int kobako_char_offset(mrb_value string, mrb_int bytes);

/* A part of a string, of the same encoding. */
mrb_value kobako_part(mrb_state *mrb, mrb_value string, mrb_int from, mrb_int to);

#endif
