/* What String#gsub, sub and scan are made of: all matches of a Regexp or a String in turn. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_match.h>
#include <kobako_utf8.h>
#include "find.h"
#include "pattern.h"
#include "regexp.h"
#include "search.h"

/* A search through a string of its own, which nobody can change. */
struct walk {
  mrb_value pattern;
  struct kobako_subject subject;
  mrb_int at, len;
  mrb_int last; /* where the last search that found something began */
};

/* SEEN is where the bytes of the string were when it was last compared. */
enum { SUBJECT, PATTERN, AT, BINARY, SEEN, FIELDS };

/* No string as long as that has its bytes within itself. */
#define SHORT 64

static struct RClass *cursor_class;

/* A Regexp or a String; raises TypeError, and RegexpError for one that is not all characters. */
static mrb_value
checked_pattern(mrb_state *mrb, mrb_value pattern)
{
  kobako_check_regexp(mrb, pattern);
  if (kobako_regexp_p(pattern)) return pattern;
  pattern = mrb_ensure_string_type(mrb, pattern);
  if (!kobako_characters_p(pattern)) {
    mrb_value shown = mrb_str_inspect(mrb, pattern);
    mrb_raisef(mrb, E_REGEXP_ERROR, "invalid multibyte character: /%l/", RSTRING_PTR(shown) + 1,
               (size_t)RSTRING_LEN(shown) - 2);
  }
  return pattern;
}

/* Its bytes stay in place: those of a String move when a part of it is first taken, be it frozen or not. */
static mrb_value
frozen_copy(mrb_state *mrb, mrb_value string)
{
  string = mrb_str_dup(mrb, string);
  mrb_basic_ptr(string)->frozen = TRUE;
  return string;
}

/* `string` is frozen. */
static struct walk
walk_over(mrb_state *mrb, mrb_value string, mrb_value pattern)
{
  struct walk walk = { pattern, { string }, 0, RSTRING_LEN(string), 0 };

  if (mrb_string_p(pattern)) mrb_str_encoding_of_both(mrb, string, pattern);
  if (kobako_regexp_p(pattern)) {
    walk.subject = kobako_subject(mrb, string);
  }
  else {
    walk.subject.start = (const OnigUChar *)RSTRING_PTR(string);
    walk.subject.end = walk.subject.start + walk.len;
    walk.subject.binary = RSTR_BINARY_P(mrb_str_ptr(string));
  }
  return walk;
}

static mrb_bool
find(mrb_state *mrb, struct walk *walk, mrb_int from, const kobako_region **found)
{
  static int start, end;
  static kobako_region whole;
  mrb_int at;

  if (from > walk->len) return FALSE;
  if (kobako_regexp_p(walk->pattern)) {
    return kobako_search(mrb, walk->pattern, &walk->subject, from, FALSE, found) >= 0;
  }
  at = mrb_str_index(mrb, walk->subject.string, RSTRING_PTR(walk->pattern), RSTRING_LEN(walk->pattern), from);
  if (at < 0) return FALSE;
  start = (int)at;
  end = start + (int)RSTRING_LEN(walk->pattern);
  whole = (kobako_region){ .num_regs = 1, .beg = &start, .end = &end };
  *found = &whole;
  return TRUE;
}

static mrb_bool
next(mrb_state *mrb, struct walk *walk, const kobako_region **found)
{
  if (!find(mrb, walk, walk->at, found)) return FALSE;
  walk->last = walk->at;
  walk->at =
      (*found)->end[0] > (*found)->beg[0] ? (*found)->end[0] : kobako_next_offset(&walk->subject, (*found)->end[0]);
  return TRUE;
}

/* Makes the last match that was found $~. */
static void
keep_last(mrb_state *mrb, struct walk *walk, mrb_bool any)
{
  const kobako_region *region;
  mrb_value match = mrb_nil_value();

  if (any && find(mrb, walk, walk->last, &region)) {
    match = kobako_match_new(mrb, walk->subject.string, walk->pattern, region);
  }
  kobako_set_last_match(mrb, match);
}

/* Adds a part of `source`; raises if no string can have it and what is there already. */
static void
add(mrb_state *mrb, mrb_value out, mrb_value source, const char *part, mrb_int len)
{
  if (RSTR_ENCODING(mrb_str_ptr(out)) == RSTR_ENCODING(mrb_str_ptr(source))) {
    mrb_str_cat(mrb, out, part, len);
  }
  else {
    mrb_str_cat_str(mrb, out, mrb_str_byte_subseq(mrb, source, part - RSTRING_PTR(source), len));
  }
}

static void
add_group(mrb_state *mrb, mrb_value out, const struct walk *walk, const kobako_region *region, mrb_int number)
{
  if (number < region->num_regs && region->beg[number] >= 0) {
    add(mrb, out, walk->subject.string, (const char *)walk->subject.start + region->beg[number],
        region->end[number] - region->beg[number]);
  }
}

/* Adds a replacement with its \1, \k<name>, \0, \&, \`, \', \+ and \\ filled in. */
static void
add_template(mrb_state *mrb, mrb_value out, mrb_value template, struct walk *walk, const kobako_region *region)
{
  const char *text = (const char *)walk->subject.start;
  const char *p = RSTRING_PTR(template), *end = p + RSTRING_LEN(template);

  while (p < end) {
    const char *escape = memchr(p, '\\', end - p), *close;
    mrb_int number;
    if (!escape || escape + 1 == end) break;
    add(mrb, out, template, p, escape - p);
    p = escape + 2;
    switch (escape[1]) {
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      add_group(mrb, out, walk, region, escape[1] - '0');
      break;
    case '&':
      add_group(mrb, out, walk, region, 0);
      break;
    case '`':
      add(mrb, out, walk->subject.string, text, region->beg[0]);
      break;
    case '\'':
      add(mrb, out, walk->subject.string, text + region->end[0], walk->len - region->end[0]);
      break;
    case '+':
      number = kobako_last_group(region);
      if (number > 0) add_group(mrb, out, walk, region, number);
      break;
    case '\\':
      mrb_str_cat_lit(mrb, out, "\\");
      break;
    case 'k':
      close = p < end && *p == '<' ? memchr(p, '>', end - p) : NULL;
      if (close) {
        add_group(mrb, out, walk, region, kobako_group_of_name(mrb, walk->pattern, p + 1, close - p - 1, region));
        p = close + 1;
        break;
      }
      /* fall through */
    default:
      add(mrb, out, template, escape, 2);
    }
  }
  if (p < end) add(mrb, out, template, p, end - p);
}

/* string.__replace(pattern, replacement, all): a new String, or nil if nothing was found. The replacement is a
   String or a Hash. */
static mrb_value
str_replace_matches(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern, replacement, out = mrb_nil_value();
  mrb_bool all, any = FALSE;
  const kobako_region *region;
  mrb_int copied = 0;
  struct walk walk;
  int arena;

  mrb_get_args(mrb, "oob", &pattern, &replacement, &all);
  pattern = checked_pattern(mrb, pattern);
  if (!mrb_hash_p(replacement)) {
    replacement = frozen_copy(mrb, mrb_ensure_string_type(mrb, replacement));
  }
  if (mrb_string_p(pattern)) pattern = frozen_copy(mrb, pattern);
  walk = walk_over(mrb, frozen_copy(mrb, self), pattern);
  arena = mrb_gc_arena_save(mrb);
  while (next(mrb, &walk, &region)) {
    mrb_int from = region->beg[0], to = region->end[0];
    if (!any) {
      out = mrb_str_new_capa(mrb, walk.len);
      RSTR_SET_ENCODING(mrb_str_ptr(out), RSTR_ENCODING(mrb_str_ptr(walk.subject.string)));
      arena = mrb_gc_arena_save(mrb);
      any = TRUE;
    }
    add(mrb, out, walk.subject.string, (const char *)walk.subject.start + copied, from - copied);
    copied = to;
    if (mrb_hash_p(replacement)) {
      mrb_value value = mrb_hash_get(mrb, replacement, kobako_part(mrb, walk.subject.string, from, to));
      mrb_str_cat_str(mrb, out, mrb_obj_as_string(mrb, value));
    }
    else {
      add_template(mrb, out, replacement, &walk, region);
    }
    mrb_gc_arena_restore(mrb, arena);
    if (!all) break;
  }
  if (any) add(mrb, out, walk.subject.string, (const char *)walk.subject.start + copied, walk.len - copied);
  keep_last(mrb, &walk, any);
  return out;
}

static mrb_value
groups(mrb_state *mrb, struct walk *walk, const kobako_region *region)
{
  mrb_value list;

  if (region->num_regs == 1) return kobako_part(mrb, walk->subject.string, region->beg[0], region->end[0]);
  list = mrb_ary_new_capa(mrb, region->num_regs - 1);
  for (int i = 1; i < region->num_regs; i++) {
    mrb_ary_push(mrb, list,
                 region->beg[i] < 0 ? mrb_nil_value()
                                    : kobako_part(mrb, walk->subject.string, region->beg[i], region->end[i]));
  }
  return list;
}

/* string.__scan(pattern): an Array. */
static mrb_value
str_scan(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern = mrb_get_arg1(mrb), found = mrb_ary_new(mrb);
  const kobako_region *region;
  struct walk walk;
  int arena;

  pattern = checked_pattern(mrb, pattern);
  if (mrb_string_p(pattern)) {
    pattern = frozen_copy(mrb, pattern);
    kobako_check_characters(mrb, self);
  }
  walk = walk_over(mrb, frozen_copy(mrb, self), pattern);
  arena = mrb_gc_arena_save(mrb);
  while (next(mrb, &walk, &region)) {
    mrb_ary_push(mrb, found, groups(mrb, &walk, region));
    mrb_gc_arena_restore(mrb, arena);
  }
  keep_last(mrb, &walk, RARRAY_LEN(found) > 0);
  return found;
}

/* string.__matches(pattern): a cursor over all matches, for the methods that take a block. */
static mrb_value
str_matches(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern = mrb_get_arg1(mrb), cursor = mrb_ary_new_capa(mrb, FIELDS);
  struct RArray *fields = mrb_ary_ptr(cursor);
  struct walk walk;

  pattern = checked_pattern(mrb, pattern);
  self = frozen_copy(mrb, self);
  walk = walk_over(mrb, self, pattern);
  mrb_ary_push(mrb, cursor, self);
  mrb_ary_push(mrb, cursor, mrb_string_p(pattern) ? frozen_copy(mrb, pattern) : pattern);
  mrb_ary_push(mrb, cursor, mrb_fixnum_value(0));
  mrb_ary_push(mrb, cursor, mrb_bool_value(walk.subject.binary));
  mrb_ary_push(mrb, cursor, mrb_int_value(mrb, (mrb_int)(uintptr_t)walk.subject.start));
  fields->tt = MRB_TT_STRUCT;
  fields->c = cursor_class;
  return mrb_obj_value(fields);
}

static struct walk
walk_of(mrb_state *mrb, mrb_value cursor)
{
  struct walk walk;
  mrb_value *fields;

  if (mrb_type(cursor) != MRB_TT_STRUCT || mrb_class_real(mrb_obj_ptr(cursor)->c) != cursor_class ||
      RARRAY_LEN(cursor) != FIELDS) {
    mrb_raise(mrb, E_TYPE_ERROR, "not a cursor");
  }
  fields = RARRAY_PTR(cursor);
  walk =
      (struct walk){ fields[PATTERN], { fields[SUBJECT] }, mrb_integer(fields[AT]), RSTRING_LEN(fields[SUBJECT]), 0 };
  walk.subject.start = (const OnigUChar *)RSTRING_PTR(fields[SUBJECT]);
  walk.subject.end = walk.subject.start + walk.len;
  walk.subject.binary = mrb_test(fields[BINARY]); /* valid UTF-8 otherwise: it was looked at when the cursor was made */
  return walk;
}

/* cursor.next: the match, which becomes $~; nil after the last. */
static mrb_value
cursor_next(mrb_state *mrb, mrb_value self)
{
  struct walk walk = walk_of(mrb, self);
  const kobako_region *region;
  mrb_value match = mrb_nil_value();

  if (next(mrb, &walk, &region)) {
    match = kobako_match_new(mrb, walk.subject.string, walk.pattern, region);
    RARRAY_PTR(self)[AT] = mrb_fixnum_value(walk.at);
  }
  kobako_set_last_match(mrb, match);
  return match;
}

/* $~ = match, for the caller of a method of the image. */
static mrb_value
cursor_keep(mrb_state *mrb, mrb_value self)
{
  kobako_region region;
  mrb_value match = mrb_get_arg1(mrb);

  kobako_set_last_match(mrb, kobako_match_region(mrb, match, &region) ? match : mrb_nil_value());
  return match;
}

/* cursor.gap(match or nil, offset): the bytes from the offset up to the match, or to the end. */
static mrb_value
cursor_gap(mrb_state *mrb, mrb_value self)
{
  struct walk walk = walk_of(mrb, self);
  kobako_region region;
  mrb_value match;
  mrb_int from, to = walk.len;

  mrb_get_args(mrb, "oi", &match, &from);
  if (kobako_match_region(mrb, match, &region)) to = region.beg[0];
  if (from < 0 || from > to || to > walk.len) mrb_raise(mrb, E_ARGUMENT_ERROR, "no such part");
  return kobako_part(mrb, walk.subject.string, from, to);
}

/* cursor.of?(string): whether the string is still what the cursor goes through. */
static mrb_value
cursor_of_p(mrb_state *mrb, mrb_value self)
{
  struct walk walk = walk_of(mrb, self);
  mrb_value string;

  mrb_get_args(mrb, "S", &string);
  const char *bytes = RSTRING_PTR(string), *kept = (const char *)walk.subject.start;
  mrb_int seen = (mrb_int)(uintptr_t)bytes;
  if (RSTRING_LEN(string) != walk.len) return mrb_false_value();
  /* A short string has bytes of its own, a long one shares them with its copy until somebody asks for them apart. */
  if (walk.len > SHORT && seen == mrb_integer(RARRAY_PTR(self)[SEEN])) return mrb_true_value();
  RARRAY_PTR(self)[SEEN] = mrb_int_value(mrb, seen);
  return mrb_bool_value(memcmp(bytes, kept, (size_t)walk.len) == 0);
}

void
kobako_init_string_gsub(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  cursor_class =
      mrb_define_class_under_id(mrb, mrb_class_get_id(mrb, MRB_SYM(MatchData)), MRB_SYM(Cursor__), mrb->object_class);
  MRB_SET_INSTANCE_TT(cursor_class, MRB_TT_UNDEF);
  mrb_undef_class_method_id(mrb, cursor_class, MRB_SYM(new));
  mrb_define_private_method_id(mrb, cursor_class, MRB_SYM(initialize_copy), cursor_keep, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, cursor_class, MRB_SYM(next), cursor_next, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, cursor_class, MRB_SYM(keep), cursor_keep, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, cursor_class, MRB_SYM_Q(of), cursor_of_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, cursor_class, MRB_SYM(gap), cursor_gap, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, string, MRB_SYM(__replace), str_replace_matches, MRB_ARGS_REQ(3));
  mrb_define_method_id(mrb, string, MRB_SYM(__scan), str_scan, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_SYM(__matches), str_matches, MRB_ARGS_REQ(1));
}
