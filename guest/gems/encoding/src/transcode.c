/* From one encoding to another by way of code points: UTF-8, -16 and -32, ASCII, binary, and those of one byte. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "single_bytes.h"
#include "transcode.h"

/* As mrb_str_encoding_index has them. */
enum {
  UTF_8 = 0,
  US_ASCII = 1,
  ISO_8859_1 = 2,
  FIRST_TABLE = 3,
  UTF_16LE = 16,
  UTF_16BE,
  UTF_32LE,
  UTF_32BE,
  UTF_16,
  UTF_32
};

static enum kobako_decoded
decode_utf8(const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code)
{
  mrb_int wanted = *p < 0x80 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4, i;

  if (wanted <= left && kobako_utf8_p((const char *)p, wanted)) {
    *code = wanted == 1 ? *p : *p & (0x7f >> wanted);
    for (i = 1; i < wanted; i++) *code = *code << 6 | (p[i] & 0x3f);
    *size = wanted;
    return KOBAKO_CHARACTER;
  }
  /* a beginning that could have gone on is one bad part, another byte is one by itself */
  for (i = 1; i < left && i < wanted - 1; i++) {
    uint8_t trial[4] = { p[0], p[1], 0x80, 0x80 };
    if ((p[i] & 0xc0) != 0x80 || !kobako_utf8_p((const char *)trial, wanted)) break;
  }
  *size = i;
  return KOBAKO_INVALID;
}

static uint32_t
number(const uint8_t *p, int bytes, mrb_bool little)
{
  uint32_t n = 0;
  for (int i = 0; i < bytes; i++) n = n << 8 | p[little ? bytes - 1 - i : i];
  return n;
}

static enum kobako_decoded
decode_utf16(const uint8_t *p, mrb_int left, mrb_bool little, mrb_int *size, uint32_t *code)
{
  *size = left < 2 ? left : 2;
  if (left < 2) return KOBAKO_INVALID;
  *code = number(p, 2, little);
  if (*code < 0xd800 || *code > 0xdfff) return KOBAKO_CHARACTER;
  if (*code > 0xdbff) return KOBAKO_INVALID;
  if (left < 4) {
    *size = left;
    return KOBAKO_INVALID;
  }
  uint32_t low = number(p + 2, 2, little);
  if (low < 0xdc00 || low > 0xdfff) return KOBAKO_INVALID;
  *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
  *size = 4;
  return KOBAKO_CHARACTER;
}

static enum kobako_decoded
decode_utf32(const uint8_t *p, mrb_int left, mrb_bool little, mrb_int *size, uint32_t *code)
{
  *size = left < 4 ? left : 4;
  if (left < 4) return KOBAKO_INVALID;
  *code = number(p, 4, little);
  return *code > 0x10ffff || (*code >= 0xd800 && *code <= 0xdfff) ? KOBAKO_INVALID : KOBAKO_CHARACTER;
}

enum kobako_decoded
kobako_decode(mrb_value string, mrb_int at, mrb_int *end, uint32_t *code)
{
  struct RString *s = mrb_str_ptr(string);
  const uint8_t *p = (const uint8_t *)RSTR_PTR(s) + at;
  mrb_int left = RSTR_LEN(s) - at, size = 1;
  mrb_int index = mrb_str_encoding_index(string);
  enum kobako_decoded found = KOBAKO_CHARACTER;

  *code = *p;
  if (index >= UTF_16LE) {
    mrb_bool little = index == UTF_16LE || index == UTF_32LE;
    found = index == UTF_16LE || index == UTF_16BE || index == UTF_16 ? decode_utf16(p, left, little, &size, code)
                                                                      : decode_utf32(p, left, little, &size, code);
  }
  else if (index == UTF_8 && !RSTR_BINARY_P(s)) {
    found = decode_utf8(p, left, &size, code);
  }
  else if (*p >= 0x80) {
    if (index == UTF_8) found = KOBAKO_UNDEFINED;
    else if (index == US_ASCII) found = KOBAKO_INVALID;
    else if (index >= FIRST_TABLE) {
      *code = upper_halves[index - FIRST_TABLE][*p - 0x80];
      if (*code == 0) found = KOBAKO_UNDEFINED;
    }
  }
  *end = at + size;
  return found;
}

mrb_bool
kobako_valid_p(mrb_value string)
{
  mrb_int at = 0, len = RSTRING_LEN(string);
  uint32_t code;

  while (at < len) {
    if (kobako_decode(string, at, &at, &code) == KOBAKO_INVALID) return FALSE;
  }
  return TRUE;
}

/* How many bytes the character has, which are written; 0 if it has none in that encoding. */
static int
encode(mrb_int index, mrb_bool binary, uint32_t code, char *out)
{
  mrb_bool little = index == UTF_16LE || index == UTF_32LE;
  uint32_t unit = code;
  int bytes = 2;

  if (index == UTF_8 && !binary) return (int)mrb_utf8_to_buf(out, code);
  if (index < UTF_16LE) {
    out[0] = (char)code;
    if (code < 0x80 || (index == ISO_8859_1 && code < 0x100)) return 1;
    for (int i = 0; index >= FIRST_TABLE && i < 128; i++) {
      out[0] = (char)(0x80 + i);
      if (upper_halves[index - FIRST_TABLE][i] == code) return 1;
    }
    return 0;
  }
  if (index == UTF_32LE || index == UTF_32BE || index == UTF_32) bytes = 4;
  else if (code > 0xffff) {
    encode(index, binary, 0xdc00 + ((code - 0x10000) & 0x3ff), out + 2);
    unit = 0xd800 + ((code - 0x10000) >> 10);
  }
  for (int i = 0; i < bytes; i++) out[little ? i : bytes - 1 - i] = (char)(unit >> (8 * i));
  return bytes == 2 && code > 0xffff ? 4 : bytes;
}

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
  mrb_int index = mrb_str_encoding_index(out);
  mrb_bool binary = RSTR_BINARY_P(mrb_str_ptr(out));
  for (; at >= 0 && at < RSTRING_LEN(self); at = end) {
    char bytes[4];
    enum kobako_decoded found = kobako_decode(self, at, &end, &code);
    int size = found == KOBAKO_CHARACTER ? encode(index, binary, code, bytes) : 0;
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
