/* The line of a syntax error, with a caret. */
#include <string.h>
#include <mruby.h>
#include <mruby/string.h>
#include "excerpt.h"

/* Bytes that are shown of a line, before and after the caret. */
#define BEFORE 60
#define AFTER 40

static mrb_bool
word_p(char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

static mrb_bool
inside_character_p(char c)
{
  return (c & 0xc0) == 0x80;
}

static mrb_bool
blank_p(const char *s, const char *end)
{
  while (s < end && (*s == ' ' || *s == '\t' || *s == '\r')) s++;
  return s == end;
}

/* The first byte of what the parser had read when it gave up: `column` is behind it. */
static const char *
caret_at(const char *start, const char *end, int column)
{
  const char *at = column > 0 && column <= end - start ? start + column - 1 : end;

  while (at > start && at < end && word_p(*at) && word_p(at[-1])) at--;
  return at;
}

void
kobako_cat_excerpt(mrb_state *mrb, mrb_value text, const struct kobako_place *place, uint16_t lineno, int column,
                   const char *message)
{
  const char *start = place->source, *end, *send = place->source + place->len, *at, *from, *to;
  uint16_t line = place->line;
  mrb_bool at_end = strstr(message, "end of file") != NULL;

  for (; line != lineno && (end = (const char *)memchr(start, '\n', send - start)); line++) start = end + 1;
  if (line != lineno) return;
  end = (const char *)memchr(start, '\n', send - start);
  if (!end) end = send;
  /* What is missing at the end is missing behind the last line that says something. */
  while (at_end && blank_p(start, end) && start > place->source) {
    end = start - 1;
    for (start = end; start > place->source && start[-1] != '\n'; start--);
    line--;
  }
  at = at_end ? end : caret_at(start, end, column);
  from = at - start > BEFORE ? at - BEFORE : start;
  to = end - at > AFTER ? at + AFTER : end;
  while (from > start && inside_character_p(*from)) from--;
  while (to < end && inside_character_p(*to)) to++;

  mrb_value number = mrb_format(mrb, "%d", (int)line);
  mrb_str_cat_lit(mrb, text, "\n  ");
  mrb_str_cat_str(mrb, text, number);
  mrb_str_cat_lit(mrb, text, " | ");
  mrb_str_cat(mrb, text, from, to - from);
  mrb_str_cat_lit(mrb, text, "\n  ");
  for (mrb_int i = RSTRING_LEN(number); i > 0; i--) mrb_str_cat_lit(mrb, text, " ");
  mrb_str_cat_lit(mrb, text, " | ");
  for (; from < at; from++) {
    if (!inside_character_p(*from)) mrb_str_cat(mrb, text, *from == '\t' ? "\t" : " ", 1);
  }
  mrb_str_cat_lit(mrb, text, "^");
}
