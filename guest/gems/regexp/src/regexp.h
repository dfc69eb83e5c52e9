/* Regexp and MatchData, for the files of this folder. */
#ifndef KOBAKO_REGEXP_H
#define KOBAKO_REGEXP_H

#include <mruby.h>
#include <oniguruma.h>

/* What a search found, as offsets in bytes: group i is at beg[i]...end[i], or at -1 if it took no part. */
typedef OnigRegion kobako_region;

/* A string that may be searched: `binary` by bytes, else by characters of valid UTF-8. */
struct kobako_subject {
  mrb_value string;
  const OnigUChar *start, *end;
  mrb_bool binary;
};

mrb_bool kobako_regexp_p(mrb_value value);

/* Lays a string open for searches; raises ArgumentError if it is not valid UTF-8. */
struct kobako_subject kobako_subject(mrb_state *mrb, mrb_value string);

/* Searches from a byte offset to the end, or down to the start if `backward`; the offset found, or -1.
   The region is valid until the next search. */
mrb_int kobako_search(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject,
                      mrb_int from, mrb_bool backward, const kobako_region **found);

/* Whether it matches at exactly that offset. */
mrb_bool kobako_match_at(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject,
                         mrb_int at, const kobako_region **found);

/* The number of the group of that name, of several the one that took part; raises IndexError. */
mrb_int kobako_group_of_name(mrb_state *mrb, mrb_value regexp, const char *name, mrb_int len,
                             const kobako_region *region);

/* A Hash of names with the numbers of their groups. */
mrb_value kobako_group_names(mrb_state *mrb, mrb_value regexp);

/* A MatchData; `pattern` is a Regexp, or the String that was looked for. */
mrb_value kobako_match_new(mrb_state *mrb, mrb_value string, mrb_value pattern, const kobako_region *region);

/* Takes the region of a MatchData; FALSE if it is none. The arrays are valid until the next call. */
mrb_bool kobako_match_region(mrb_state *mrb, mrb_value match, kobako_region *out);

/* A part of a string, of the same encoding. */
mrb_value kobako_part(mrb_state *mrb, mrb_value string, mrb_int from, mrb_int to);

/* The group of a match, nil if it took no part or there is none. */
mrb_value kobako_match_group(mrb_state *mrb, mrb_value match, mrb_int number);

/* $~ of the innermost method that a script wrote. */
mrb_value kobako_last_match(mrb_state *mrb);
void kobako_set_last_match(mrb_state *mrb, mrb_value match);

/* The offset in bytes of a character, -1 if it is past the end; and the reverse. */
mrb_int kobako_byte_offset(mrb_value string, mrb_int chars);
mrb_int kobako_char_offset(mrb_value string, mrb_int bytes);

/* The offset after the character at an offset. */
mrb_int kobako_next_offset(const struct kobako_subject *subject, mrb_int at);

/* Defines a method of String in place of mruby's own in C, which it returns. */
mrb_func_t kobako_wrap_string(mrb_state *mrb, mrb_sym name, mrb_func_t function, mrb_aspec aspec);

/* A String or a Symbol as a String, or what answers to_str; raises TypeError. */
mrb_value kobako_string_of(mrb_state *mrb, mrb_value value);

mrb_bool kobako_utf8_p(const char *text, mrb_int len);

void kobako_init_regexp(mrb_state *mrb);
void kobako_init_match(mrb_state *mrb);
void kobako_init_search(mrb_state *mrb);
void kobako_init_substitute(mrb_state *mrb);
void kobako_init_encoding(mrb_state *mrb);
void kobako_init_casing(mrb_state *mrb);

#endif
