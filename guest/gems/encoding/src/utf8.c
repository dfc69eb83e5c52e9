/* Bytes and characters of a text: what is valid UTF-8, and where a character is. */
#include <string.h>
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/string.h>
#include <kobako_utf8.h>

mrb_bool
kobako_utf8_p(const char *text, mrb_int len)
{
  const uint8_t *p = (const uint8_t *)text, *end = p + len;

  while (p < end) {
    uint8_t lead = *p++;
    uint8_t low = 0x80, high = 0xbf;
    int more;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return FALSE;
    more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (lead == 0xe0) low = 0xa0;
    if (lead == 0xed) high = 0x9f;
    if (lead == 0xf0) low = 0x90;
    if (lead == 0xf4) high = 0x8f;
    if (end - p < more || *p < low || *p > high) return FALSE;
    for (p++; more > 1; more--) {
      if ((*p++ & 0xc0) != 0x80) return FALSE;
    }
  }
  return TRUE;
}

mrb_bool
kobako_ascii_p(const char *p, size_t len)
{
  const uint64_t high = 0x8080808080808080u;

  for (; len >= 8; p += 8, len -= 8) {
    uint64_t bytes;
    memcpy(&bytes, p, 8);
    if (bytes & high) return FALSE;
  }
  for (; len > 0; p++, len--) {
    if (*p & 0x80) return FALSE;
  }
  return TRUE;
}

mrb_int
kobako_char_offset(mrb_value string, mrb_int bytes)
{
  struct RString *s = mrb_str_ptr(string);
  const char *p = RSTR_PTR(s), *end = p + RSTR_LEN(s), *limit = p + bytes;
  mrb_int chars = 0;

  if (RSTR_SINGLE_BYTE_P(s) || RSTR_BINARY_P(s)) return bytes;
  for (; p < limit; chars++) p += *p & 0x80 ? mrb_utf8len(p, end) : 1;
  return chars;
}

mrb_int
kobako_byte_offset(mrb_value string, mrb_int chars)
{
  struct RString *s = mrb_str_ptr(string);
  const char *p = RSTR_PTR(s), *end = p + RSTR_LEN(s);

  if (RSTR_SINGLE_BYTE_P(s) || RSTR_BINARY_P(s)) return chars <= RSTR_LEN(s) ? chars : -1;
  for (; chars > 0; chars--) {
    if (p == end) return -1;
    p += *p & 0x80 ? mrb_utf8len(p, end) : 1;
  }
  return p - RSTR_PTR(s);
}

mrb_value
kobako_part(mrb_state *mrb, mrb_value string, mrb_int from, mrb_int to)
{
  return mrb_str_byte_subseq(mrb, string, from, to - from);
}
