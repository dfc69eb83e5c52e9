/* The special globals that hold a value: their other names, what they are at first and what they take. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "names.h"

enum kind { UNKNOWN, ANYTHING, READ_ONLY, LEVEL, TEXT, PATTERN, INTEGER, NAME };

/* Names without their $: the one that is kept, and the others. */
struct special {
  const char *name;
  const char *others;
  enum kind kind;
};

static const struct special specials[] = {
  { "/", "-0", TEXT },
  { ",", "", TEXT },
  { "\\", "", TEXT },
  { ";", "-F", PATTERN },
  { ".", "", INTEGER },
  { "0", "PROGRAM_NAME", NAME },
  { "VERBOSE", "-v -w", LEVEL },
  { "DEBUG", "-d", ANYTHING },
  { ":", "-I LOAD_PATH", READ_ONLY },
  { "\"", "LOADED_FEATURES", READ_ONLY },
  { "<", "", READ_ONLY },
  { "?", "", READ_ONLY },
  { "!", "", READ_ONLY },
  { "*", "", READ_ONLY },
  { "$", "", READ_ONLY },
  { "FILENAME", "", READ_ONLY },
  { "-a", "", READ_ONLY },
  { "-l", "", READ_ONLY },
  { "-p", "", READ_ONLY },
  { "_", "", ANYTHING },
  { "stdin", "", ANYTHING },
  { "stdout", "> ", ANYTHING },
  { "stderr", "", ANYTHING },
};

static mrb_bool
among_p(const char *names, const char *name, size_t len)
{
  for (const char *at = names; *at; at += strspn(at, " ")) {
    size_t size = strcspn(at, " ");
    if (size == len && memcmp(at, name, len) == 0) return TRUE;
    at += size;
  }
  return FALSE;
}

static const struct special *
special_of(mrb_state *mrb, mrb_sym name)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);

  if (len < 2) return NULL;
  /* Most names of scripts begin with a small letter; of these only the streams are special. */
  if (text[1] >= 'a' && text[1] <= 'z' && !(len > 4 && text[1] == 's' && text[2] == 't' && text[3] == 'd')) return NULL;
  for (size_t i = 0; i < sizeof(specials) / sizeof(specials[0]); i++) {
    const struct special *special = &specials[i];
    if (among_p(special->name, text + 1, (size_t)len - 1)) return special;
    if (among_p(special->others, text + 1, (size_t)len - 1)) return special;
  }
  return NULL;
}

static mrb_sym
kept_name(mrb_state *mrb, const struct special *special)
{
  mrb_value name = mrb_str_new_lit(mrb, "$");

  return mrb_intern_str(mrb, mrb_str_cat_cstr(mrb, name, special->name));
}

/* Whether there is any alias: each setting of a global asks. */
static mrb_bool aliased;

/* What `alias` made: a Hash of names. */
static mrb_value
aliases(mrb_state *mrb)
{
  return mrb_iv_get(mrb, mrb_obj_value(mrb->kernel_module), MRB_SYM(global_aliases));
}

void
kobako_alias_global(mrb_state *mrb, mrb_sym name, mrb_sym old)
{
  mrb_value kernel = mrb_obj_value(mrb->kernel_module);

  if (name == kobako_global_name(mrb, old)) return;
  if (!aliased) mrb_iv_set(mrb, kernel, MRB_SYM(global_aliases), mrb_hash_new(mrb));
  aliased = TRUE;
  mrb_gv_remove(mrb, name);
  mrb_hash_set(mrb, aliases(mrb), mrb_symbol_value(name), mrb_symbol_value(kobako_global_name(mrb, old)));
}

mrb_sym
kobako_global_name(mrb_state *mrb, mrb_sym name)
{
  if (aliased) {
    mrb_value old = mrb_hash_get(mrb, aliases(mrb), mrb_symbol_value(name));
    if (mrb_symbol_p(old)) return mrb_symbol(old);
  }
  const struct special *special = special_of(mrb, name);

  return special && *special->others ? kept_name(mrb, special) : name;
}

static void
add_name(mrb_state *mrb, mrb_value names, const char *name, size_t len)
{
  mrb_value text = mrb_str_new_lit(mrb, "$");
  mrb_sym sym = mrb_intern_str(mrb, mrb_str_cat(mrb, text, name, len));

  mrb_hash_set(mrb, names, mrb_symbol_value(sym), mrb_true_value());
}

static void
add_names(mrb_state *mrb, mrb_value names, const char *text)
{
  for (; *text; text += strspn(text, " ")) {
    size_t len = strcspn(text, " ");
    add_name(mrb, names, text, len);
    text += len;
  }
}

mrb_value
kobako_global_names(mrb_state *mrb, mrb_value set)
{
  mrb_value names = mrb_hash_new(mrb);
  int ai = mrb_gc_arena_save(mrb);

  for (mrb_int i = 0; i < RARRAY_LEN(set); i++) {
    mrb_value name = RARRAY_PTR(set)[i];
    if (mrb_sym_name(mrb, mrb_symbol(name))[0] == '$') mrb_hash_set(mrb, names, name, mrb_true_value());
  }
  for (size_t i = 0; i < sizeof(specials) / sizeof(specials[0]); i++) {
    add_names(mrb, names, specials[i].name);
    add_names(mrb, names, specials[i].others);
    mrb_gc_arena_restore(mrb, ai);
  }
  add_names(mrb, names, "~ & ` ' + @ = -i -W");
  if (aliased) mrb_hash_merge(mrb, names, aliases(mrb));
  return mrb_hash_keys(mrb, names);
}

/* A list that is there from its first reading on. Names without a $ or an @ are out of a script's reach. */
static mrb_value
list(mrb_state *mrb, mrb_sym name)
{
  mrb_value kernel = mrb_obj_value(mrb->kernel_module), list = mrb_iv_get(mrb, kernel, name);

  if (mrb_nil_p(list)) mrb_iv_set(mrb, kernel, name, list = mrb_ary_new(mrb));
  return list;
}

mrb_value
kobako_global_default(mrb_state *mrb, mrb_sym name)
{
  const struct special *special = special_of(mrb, name);

  if (!special) return mrb_undef_value();
  switch (special->name[0]) {
  case '/':
    return mrb_obj_freeze(mrb, mrb_str_new_lit(mrb, "\n"));
  case '*':
    return mrb_obj_iv_get(mrb, (struct RObject *)mrb->object_class, MRB_SYM(ARGV));
  case ':':
    return list(mrb, MRB_SYM(load_path));
  case '"':
    return list(mrb, MRB_SYM(loaded_features));
  case '$':
    return mrb_fixnum_value(1); /* a sandbox is process 1 */
  case 'V':
  case 'D':
  case '-':
    return mrb_false_value();
  case 'F':
    return mrb_str_new_lit(mrb, "-");
  default:
    return mrb_nil_value();
  }
}

mrb_value
kobako_global_value(mrb_state *mrb, mrb_sym written, mrb_value value)
{
  const struct special *special = special_of(mrb, written);

  switch (special ? special->kind : UNKNOWN) {
  case READ_ONLY:
    mrb_name_error(mrb, written, "%n is a read-only variable", written);
  case LEVEL:
    return mrb_nil_p(value) ? value : mrb_bool_value(mrb_test(value));
  case TEXT:
  case PATTERN:
    if (mrb_nil_p(value) || mrb_string_p(value)) return value;
    if (special->kind == TEXT) mrb_raisef(mrb, E_TYPE_ERROR, "value of %n must be String", written);
    if (mrb_obj_is_kind_of(mrb, value, mrb_class_get_id(mrb, MRB_SYM(Regexp)))) return value;
    mrb_raisef(mrb, E_TYPE_ERROR, "value of %n must be String or Regexp", written);
  case INTEGER:
    return mrb_ensure_integer_type(mrb, value);
  case NAME:
    value = mrb_convert_string(mrb, value);
    return mrb_frozen_p(mrb_basic_ptr(value)) ? value : mrb_obj_freeze(mrb, mrb_str_dup(mrb, value));
  default:
    return value;
  }
}
