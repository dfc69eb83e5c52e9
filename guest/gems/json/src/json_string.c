/* Strings as JSON writes them. */
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "json_errors.h"
#include "json_string.h"

struct writer {
  mrb_state *mrb;
  mrb_value text;
  mrb_bool ascii_only, script_safe;
};

static void
cat(struct writer *w, const char *bytes, size_t len)
{
  mrb_str_cat(w->mrb, w->text, bytes, len);
}

#define CAT(literal) cat(w, literal, sizeof(literal) - 1)

static void
cat_escape(struct writer *w, uint32_t unit)
{
  static const char hex[] = "0123456789abcdef";
  char bytes[] = { '\\', 'u', hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15], hex[unit & 15] };

  cat(w, bytes, sizeof(bytes));
}

static void
cat_ascii(struct writer *w, uint32_t code)
{
  if (code < 0x10000) {
    cat_escape(w, code);
    return;
  }
  cat_escape(w, 0xd800 + ((code - 0x10000) >> 10));
  cat_escape(w, 0xdc00 + (code & 0x3ff));
}

/* The length of the UTF-8 character at `s`, 0 if there is none. */
static int
character(const char *s, const char *end, uint32_t *code)
{
  static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
  unsigned char c = (unsigned char)*s;
  int len = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : c >> 3 == 30 ? 4 : 0;

  if (len == 0 || end - s < len) return 0;
  *code = len == 1 ? c : c & (0x7f >> len);
  for (int i = 1; i < len; i++) {
    if ((s[i] & 0xc0) != 0x80) return 0;
    *code = *code << 6 | (s[i] & 0x3f);
  }
  if (*code < least[len] || *code > 0x10ffff || (*code & 0xfffff800) == 0xd800) return 0;
  return len;
}

/* The short escape of a character, or NULL. */
static const char *
short_escape(struct writer *w, uint32_t code)
{
  switch (code) {
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  case '\b':
    return "\\b";
  case '\f':
    return "\\f";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  case '/':
    return w->script_safe ? "\\/" : NULL;
  default:
    return NULL;
  }
}

/* A string of another encoding than UTF-8, US-ASCII and that of bytes as UTF-8. */
static mrb_value
utf8_text(mrb_state *mrb, mrb_value string)
{
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(string));

  if (!(encoding & MRB_STR_BINARY) || encoding == MRB_STR_BINARY) return string;
  mrb_value utf8 = mrb_str_new_lit(mrb, "UTF-8");
  return mrb_ensure_string_type(mrb, mrb_funcall_argv(mrb, string, MRB_SYM(encode), 1, &utf8));
}

void
kobako_json_string(mrb_state *mrb, mrb_value text, mrb_value given, mrb_bool ascii_only, mrb_bool script_safe)
{
  struct writer writer = { mrb, text, ascii_only, script_safe }, *w = &writer;
  mrb_value string = utf8_text(mrb, given);
  /* Nothing is called from here on that could change the string. */
  const char *at = RSTRING_PTR(string), *from = at, *end = at + RSTRING_LEN(string), *escape;
  uint32_t code = 0;

  CAT("\"");
  while (at < end) {
    int len = character(at, end, &code);
    if (len == 0)
      mrb_raise(w->mrb, kobako_json_errors[KOBAKO_JSON_GENERATOR], "source sequence is illegal/malformed utf-8");
    escape = code < 0x80 ? short_escape(w, code) : NULL;
    if (escape || code < 0x20 || (code >= 0x80 && w->ascii_only) ||
        (w->script_safe && (code == 0x2028 || code == 0x2029))) {
      cat(w, from, at - from);
      if (escape) cat(w, escape, 2);
      else cat_ascii(w, code);
      from = at + len;
    }
    at += len;
  }
  cat(w, from, at - from);
  CAT("\"");
}
