/* What reading $~, $&, $1 and their like gives, and what setting $~ and $stdout does. */
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_io.h>
#include <kobako_match.h>

/* Called by mrb_gv_get for a name that has no value. */
mrb_value
kobako_special_global(mrb_state *mrb, mrb_sym name)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);
  mrb_int number = 0;
  mrb_value match;
  kobako_region region;

  if (len < 2) return mrb_nil_value();
  if (text[1] >= '1' && text[1] <= '9') {
    for (mrb_int i = 1; i < len; i++) {
      if (text[i] < '0' || text[i] > '9' || number > 100000) return mrb_nil_value();
      number = number * 10 + (text[i] - '0');
    }
    return kobako_match_group(mrb, kobako_last_match(mrb), number);
  }
  if (len != 2) return mrb_nil_value();
  switch (text[1]) {
  case '@':
    match = mrb_errinfo(mrb);
    return mrb_nil_p(match) ? match : mrb_funcall_argv(mrb, match, MRB_SYM(backtrace), 0, NULL);
  case '~':
    return kobako_last_match(mrb);
  case '&':
    return kobako_match_group(mrb, kobako_last_match(mrb), 0);
  case '`':
  case '\'':
  case '+':
    match = kobako_last_match(mrb);
    if (!kobako_match_region(mrb, match, &region)) return mrb_nil_value();
    if (text[1] == '+') {
      number = kobako_last_group(&region);
      return number > 0 ? kobako_match_group(mrb, match, number) : mrb_nil_value();
    }
    return mrb_funcall_argv(mrb, match, text[1] == '`' ? MRB_SYM(pre_match) : MRB_SYM(post_match), 0, NULL);
  default:
    return mrb_nil_value();
  }
}

/* Called by mrb_gv_set before it stores: TRUE if the name was $~, which is not stored with the others. */
mrb_bool
kobako_set_global(mrb_state *mrb, mrb_sym name, mrb_value value)
{
  kobako_region region;
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);

  kobako_check_output(mrb, name, value);
  if (len != 2 || text[1] != '~') return FALSE;
  if (!mrb_nil_p(value) && !kobako_match_region(mrb, value, &region)) {
    mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %Y (expected MatchData)", value);
  }
  kobako_set_last_match(mrb, value);
  return TRUE;
}

void
mrb_kobako_globals_gem_init(mrb_state *mrb)
{
}

void
mrb_kobako_globals_gem_final(mrb_state *mrb)
{
}
