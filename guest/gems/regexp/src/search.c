/* Searches of a string by a pattern, and the names of its groups. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "pattern.h"
#include "search.h"
#include "timeout.h"

static kobako_region region;

struct kobako_subject
kobako_subject(mrb_state *mrb, mrb_value string)
{
  struct RString *s = mrb_str_ptr(string);
  struct kobako_subject subject;

  subject.string = string;
  subject.start = (const OnigUChar *)RSTR_PTR(s);
  subject.end = subject.start + RSTR_LEN(s);
  subject.binary = FALSE;
  if (RSTR_SINGLE_BYTE_P(s) && !RSTR_BINARY_P(s)) return subject;
  if (kobako_ascii_p(RSTR_PTR(s), RSTR_LEN(s))) {
    if (!RSTR_BINARY_P(s)) RSTR_SET_SINGLE_BYTE_FLAG(s);
  }
  else if ((s->flags & MRB_STR_ENC_MASK) == MRB_STR_US_ASCII) {
    mrb_raise(mrb, E_ARGUMENT_ERROR, "invalid byte sequence in US-ASCII");
  }
  else if (RSTR_BINARY_P(s)) {
    subject.binary = TRUE;
  }
  else if (!kobako_utf8_p(RSTR_PTR(s), RSTR_LEN(s))) {
    mrb_raise(mrb, E_ARGUMENT_ERROR, "invalid byte sequence in UTF-8");
  }
  return subject;
}

static mrb_noreturn void
incompatible(mrb_state *mrb, const char *regexp, const char *string)
{
  struct RClass *encoding = mrb_class_get_id(mrb, MRB_SYM(Encoding));
  mrb_raisef(mrb, mrb_class_get_under_id(mrb, encoding, MRB_SYM(CompatibilityError)),
             "incompatible encoding regexp match (%s regexp with %s string)", regexp, string);
}

static regex_t *
program_for(mrb_state *mrb, struct kobako_pattern *pattern, const struct kobako_subject *subject)
{
  if (!subject->binary) {
    if (pattern->bytes && !kobako_ascii_p((const char *)subject->start, subject->end - subject->start)) {
      incompatible(mrb, "BINARY (ASCII-8BIT)", "UTF-8");
    }
    return kobako_program(mrb, pattern);
  }
  if (!pattern->bytes && !pattern->binary && kobako_unicode_pattern_p(pattern))
    incompatible(mrb, "UTF-8", "BINARY (ASCII-8BIT)");
  return kobako_binary_program(mrb, pattern);
}

static mrb_noreturn void
too_deep(mrb_state *mrb, const struct kobako_pattern *pattern)
{
  mrb_value text = mrb_format(mrb, "match needs more than %d KiB for what it may go back to, the limit",
                              ONIG_MATCH_STACK_BYTES / 1024);

  mrb_str_cat_lit(mrb, text,
                  " (let the branches of a repeat begin with different characters, or match less at a time): /");
  mrb_str_cat(mrb, text, pattern->source, pattern->len);
  mrb_str_cat_lit(mrb, text, "/");
  mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, text));
}

static mrb_int
checked(mrb_state *mrb, struct kobako_pattern *pattern, int result)
{
  struct RClass *regexp;

  if (result >= ONIG_MISMATCH) return result;
  switch (result) {
  case ONIGERR_MEMORY:
    mrb_exc_raise(mrb, mrb_obj_value(mrb->nomem_err));
  case ONIGERR_MATCH_STACK_LIMIT_OVER:
    too_deep(mrb, pattern);
  case ONIGERR_TIME_OVER:
    regexp = mrb_class_get_id(mrb, MRB_SYM(Regexp));
    mrb_raise(mrb, mrb_class_get_under_id(mrb, regexp, MRB_SYM(TimeoutError)), "regexp match timeout");
  default:
    mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, kobako_pattern_error(mrb, pattern, result, NULL)));
  }
}

mrb_int
kobako_search(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject, mrb_int from, mrb_bool backward,
              const kobako_region **found)
{
  struct kobako_pattern *pattern = kobako_pattern_of(mrb, regexp);
  regex_t *program = program_for(mrb, pattern, subject);
  const OnigUChar *range = backward ? subject->start : subject->end;

  *found = &region;
  kobako_start_search(pattern);
  return checked(
      mrb, pattern,
      onig_search(program, subject->start, subject->end, subject->start + from, range, &region, ONIG_OPTION_NONE));
}

mrb_bool
kobako_match_at(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject, mrb_int at,
                const kobako_region **found)
{
  struct kobako_pattern *pattern = kobako_pattern_of(mrb, regexp);
  regex_t *program = program_for(mrb, pattern, subject);

  *found = &region;
  kobako_start_search(pattern);
  return checked(mrb, pattern,
                 onig_match(program, subject->start, subject->end, subject->start + at, &region, ONIG_OPTION_NONE)) >=
         0;
}

mrb_int
kobako_next_offset(const struct kobako_subject *subject, mrb_int at)
{
  const char *p = (const char *)subject->start + at, *end = (const char *)subject->end;
  return at + (p < end && !subject->binary ? mrb_utf8len(p, end) : 1);
}

mrb_int
kobako_group_of_name(mrb_state *mrb, mrb_value regexp, const char *name, mrb_int len, const kobako_region *region)
{
  int number = ONIGERR_UNDEFINED_NAME_REFERENCE;

  if (kobako_regexp_p(regexp)) {
    number = onig_name_to_backref_number(kobako_program(mrb, kobako_pattern_of(mrb, regexp)), (const OnigUChar *)name,
                                         (const OnigUChar *)name + len, (kobako_region *)region);
  }
  if (number < 0) mrb_raisef(mrb, E_INDEX_ERROR, "undefined group name reference: %l", name, (size_t)len);
  return number;
}

struct names {
  mrb_state *mrb;
  mrb_value list;
};

static int
add_name(const OnigUChar *name, const OnigUChar *end, int count, int *numbers, regex_t *program, void *p)
{
  struct names *names = (struct names *)p;
  mrb_state *mrb = names->mrb;
  mrb_value entry = mrb_ary_new_capa(mrb, count + 1);

  for (int i = 0; i < count; i++) mrb_ary_push(mrb, entry, mrb_fixnum_value(numbers[i]));
  mrb_ary_push(mrb, entry, mrb_str_new(mrb, (const char *)name, end - name));
  mrb_ary_push(mrb, names->list, entry);
  return 0;
}

/* The engine gives the names in no order: they are wanted by their first group. */
mrb_value
kobako_group_names(mrb_state *mrb, mrb_value regexp)
{
  struct names names = { mrb, mrb_ary_new(mrb) };
  regex_t *program = kobako_program(mrb, kobako_pattern_of(mrb, regexp));
  mrb_value hash = mrb_hash_new(mrb);
  int last = onig_number_of_captures(program);

  onig_foreach_name(program, add_name, &names);
  for (int number = 1; number <= last && RARRAY_LEN(names.list) > 0; number++) {
    for (mrb_int i = 0; i < RARRAY_LEN(names.list); i++) {
      mrb_value entry = RARRAY_PTR(names.list)[i];
      if (mrb_integer(RARRAY_PTR(entry)[0]) != number) continue;
      mrb_value name = mrb_ary_pop(mrb, entry);
      mrb_hash_set(mrb, hash, name, entry);
      mrb_ary_set(mrb, names.list, i, RARRAY_PTR(names.list)[RARRAY_LEN(names.list) - 1]);
      mrb_ary_pop(mrb, names.list);
      break;
    }
  }
  return hash;
}
