/* Characters of texts in any encoding that the guest knows. */
#ifndef KOBAKO_CHARACTERS_H
#define KOBAKO_CHARACTERS_H

#include <mruby.h>

/* The numbers of encodings, as Encoding::LIST has them. */
enum {
  KOBAKO_BINARY = 0,
  KOBAKO_UTF_8 = 1,
  KOBAKO_US_ASCII = 2,
  KOBAKO_ISO_8859_1 = 3,
  KOBAKO_FIRST_TABLE = 4,
  KOBAKO_LAST_TABLE = 12,
  KOBAKO_UTF_16LE = 17,
  KOBAKO_UTF_16BE,
  KOBAKO_UTF_32LE,
  KOBAKO_UTF_32BE,
  KOBAKO_UTF_16,
  KOBAKO_UTF_32
};

enum kobako_decoded { KOBAKO_CHARACTER, KOBAKO_UNDEFINED, KOBAKO_INVALID };

static inline mrb_bool
kobako_utf16_p(int encoding)
{
  return encoding == KOBAKO_UTF_16LE || encoding == KOBAKO_UTF_16BE || encoding == KOBAKO_UTF_16;
}

/* A character of UTF-8 of at most three bytes; FALSE for all others. */
static inline mrb_bool
kobako_read_short(const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code)
{
  uint8_t lead = *p;

  if (lead < 0x80) {
    *size = 1;
    *code = lead;
    return TRUE;
  }
  if (lead < 0xc2 || lead >= 0xf0 || left < 2 || (p[1] & 0xc0) != 0x80) return FALSE;
  if (lead < 0xe0) {
    *size = 2;
    *code = (uint32_t)(lead & 0x1f) << 6 | (p[1] & 0x3f);
    return TRUE;
  }
  if (left < 3 || (p[2] & 0xc0) != 0x80) return FALSE;
  *size = 3;
  *code = (uint32_t)(lead & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
  return *code >= 0x800 && (*code < 0xd800 || *code > 0xdfff);
}

/* The encoding of a string; and by which to read one that has flags of mruby's: UTF-8 for what is ASCII if it can be. */
int kobako_encoding(mrb_value string);
int kobako_encoding_of_flags(uint32_t flags);

/* The character that begins there: its size in bytes, and its code point, if there is one in Unicode. */
enum kobako_decoded kobako_decode_at(int encoding, const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code);

/* The same at a byte that is in the string: where it ends. */
enum kobako_decoded kobako_decode(mrb_value string, mrb_int at, mrb_int *end, uint32_t *code);

/* How many bytes the character of a code point has, which are written; 0 if there is none in that encoding. */
int kobako_encode(int encoding, uint32_t code, char *out);

/* The code that the encoding itself has for a character: the byte where each has one. FALSE if it is none. */
mrb_bool kobako_read(int encoding, const uint8_t *p, mrb_int left, mrb_int *size, uint32_t *code);
int kobako_write(int encoding, uint32_t code, char *out);

/* Whether all of it are characters; raises that not all are. */
mrb_bool kobako_valid_p(mrb_value string);
mrb_noreturn void kobako_refuse_invalid(mrb_state *mrb, mrb_value string);

#endif
