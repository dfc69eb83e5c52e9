/* Texts for HTML, and back. */
#include <string.h>
#include <mruby.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "escape.h"

static const struct entity {
  char byte;
  uint8_t len;
  char text[7];
} entities[] = {
  { '&', 5, "&amp;" }, { '<', 4, "&lt;" }, { '>', 4, "&gt;" }, { '"', 6, "&quot;" }, { '\'', 5, "&#39;" },
};

#define ENTITIES (sizeof(entities) / sizeof(entities[0]))

/* The entity that a byte is escaped to, NULL for none. */
static inline const struct entity *
entity_of(char byte)
{
  switch (byte) {
  case '&':
    return &entities[0];
  case '<':
    return &entities[1];
  case '>':
    return &entities[2];
  case '"':
    return &entities[3];
  case '\'':
    return &entities[4];
  default:
    return NULL;
  }
}

static mrb_int
escaped_length(mrb_value string)
{
  const char *p = RSTRING_PTR(string), *end = p + RSTRING_LEN(string);
  mrb_int len = RSTRING_LEN(string);

  for (; p < end; p++) {
    const struct entity *entity = entity_of(*p);
    if (entity) len += entity->len - 1;
  }
  return len;
}

/* string.__html_escaped */
static mrb_value
html_escaped(mrb_state *mrb, mrb_value self)
{
  mrb_value made = same_encoding(mrb, self, escaped_length(self));
  const char *p = RSTRING_PTR(self), *end = p + RSTRING_LEN(self);
  char *to = RSTRING_PTR(made);

  if (RSTRING_LEN(made) == RSTRING_LEN(self)) {
    memcpy(to, p, (size_t)RSTRING_LEN(self));
    return made;
  }
  for (; p < end; p++) {
    const struct entity *entity = entity_of(*p);
    if (entity) {
      memcpy(to, entity->text, entity->len);
      to += entity->len;
    }
    else *to++ = *p;
  }
  return made;
}

/* Numbers from this on are no characters. */
static uint32_t
least_beyond(mrb_value string)
{
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(string));

  if (encoding == 0) return 0x10ffff;
  return encoding >> MRB_STR_ENC_SHIFT == 2 ? 256 : 128;
}

/* Reads the number of an entity between "&#" and ";", of a base; NULL if there is none. */
static const char *
read_number(const char *p, const char *end, uint32_t *number)
{
  int base = p < end && (*p == 'x' || *p == 'X') ? 16 : 10;
  const char *from = base == 16 ? ++p : p;

  for (*number = 0; p < end && hex_digit(*p) < base; p++) {
    if (*number < 0x1000000) *number = *number * (uint32_t)base + (uint32_t)hex_digit(*p);
  }
  return p > from && p < end && *p == ';' ? p + 1 : NULL;
}

/* The bytes of a character in UTF-8. */
static int
put_utf8(char *to, uint32_t code)
{
  int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char leads[] = { 0, 0xc0, 0xe0, 0xf0 };

  to[0] = (char)(leads[more] | code >> (6 * more));
  for (int i = 1; i <= more; i++) to[i] = (char)(0x80 | (code >> (6 * (more - i)) & 0x3f));
  return more + 1;
}

/* Puts what the entity at `p` stands for, and gives its end; NULL if it stands for nothing. */
static const char *
put_entity(const char *p, const char *end, char **to, uint32_t beyond)
{
  uint32_t number;

  if (end - p > 1 && p[1] == '#') {
    const char *after = read_number(p + 2, end, &number);
    if (!after || number >= beyond) return NULL;
    if (number < 0x80 || beyond <= 256) *(*to)++ = (char)number;
    else *to += put_utf8(*to, number);
    return after;
  }
  if (end - p >= 6 && memcmp(p, "&apos;", 6) == 0) {
    *(*to)++ = '\'';
    return p + 6;
  }
  for (size_t i = 0; i < ENTITIES - 1; i++) {
    if (end - p < entities[i].len || memcmp(p, entities[i].text, entities[i].len) != 0) continue;
    *(*to)++ = entities[i].byte;
    return p + entities[i].len;
  }
  return NULL;
}

/* string.__html_unescaped: no entity is shorter than what it stands for. */
static mrb_value
html_unescaped(mrb_state *mrb, mrb_value self)
{
  mrb_value made = same_encoding(mrb, self, RSTRING_LEN(self));
  const char *p = RSTRING_PTR(self), *end = p + RSTRING_LEN(self);
  char *to = RSTRING_PTR(made);
  uint32_t beyond = least_beyond(self);

  while (p < end) {
    const char *after = *p == '&' ? put_entity(p, end, &to, beyond) : NULL;
    if (after) p = after;
    else *to++ = *p++;
  }
  return mrb_str_resize(mrb, made, to - RSTRING_PTR(made));
}

void
kobako_init_html(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM(__html_escaped), html_escaped, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__html_unescaped), html_unescaped, MRB_ARGS_NONE());
}
