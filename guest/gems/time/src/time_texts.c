/* Time as a text. */
#include <stdlib.h>
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "time_parts.h"

enum { NANOSECONDS = 1000000000 };

static mrb_value
time_strftime(mrb_state *mrb, mrb_value self)
{
  mrb_value format = kobako_strftime_format(mrb, mrb_get_arg1(mrb));
  struct kobako_shown shown;

  kobako_shown_time(mrb, self, &shown);
  return kobako_strftime(mrb, &shown, format);
}

static mrb_value
time_to_s(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown shown;

  kobako_shown_time(mrb, self, &shown);
  return kobako_strftime_literal(mrb, &shown, shown.utc ? "%Y-%m-%d %H:%M:%S UTC" : "%Y-%m-%d %H:%M:%S %z");
}

/* As many digits of the nanoseconds as are not 0 at the end; what these do not say is a Rational. The offset is shown to
   the second. */
static mrb_value
time_inspect(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown shown;

  kobako_shown_time(mrb, self, &shown);
  mrb_value text = kobako_strftime_literal(mrb, &shown, "%Y-%m-%d %H:%M:%S");
  if (shown.sub < 0 || shown.sub % NANOSECONDS != 0) {
    mrb_value rest = mrb_obj_as_string(mrb, mrb_funcall_id(mrb, self, MRB_SYM(__subsec), 0));

    mrb_str_cat_lit(mrb, text, " ");
    mrb_str_cat_str(mrb, text, rest);
  }
  else if (shown.sub != 0) {
    char format[] = ".%9N";
    int64_t left = shown.sub / NANOSECONDS;

    for (; left % 10 == 0; left /= 10) format[2]--;
    mrb_str_cat_str(mrb, text, kobako_strftime_literal(mrb, &shown, format));
  }
  mrb_str_cat_str(mrb, text, kobako_strftime_literal(mrb, &shown, shown.utc ? " UTC" : " %z"));
  if (shown.offset % 60 != 0) {
    int seconds = abs(shown.offset) % 60;
    char two[] = { (char)('0' + seconds / 10), (char)('0' + seconds % 10) };

    mrb_str_cat(mrb, text, two, sizeof two);
  }
  return text;
}

static mrb_value
time_ctime(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown shown;

  kobako_shown_time(mrb, self, &shown);
  return kobako_strftime_literal(mrb, &shown, "%a %b %e %H:%M:%S %Y");
}

static mrb_value
time_xmlschema(mrb_state *mrb, mrb_value self)
{
  mrb_int digits = 0;
  struct kobako_shown shown;

  mrb_get_args(mrb, "|i", &digits);
  if (digits > INT32_MAX || digits < INT32_MIN) {
    mrb_raisef(mrb, E_RANGE_ERROR, "integer %i too %s to convert to 'int'", digits, digits < 0 ? "small" : "big");
  }
  kobako_shown_time(mrb, self, &shown);
  if (digits <= 0) {
    return kobako_strftime_literal(mrb, &shown, shown.utc ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z");
  }
  mrb_value format = mrb_format(mrb, "%%Y-%%m-%%dT%%H:%%M:%%S.%%%iN%s", digits, shown.utc ? "Z" : "%:z");
  return kobako_strftime(mrb, &shown, format);
}

void
kobako_init_time_texts(mrb_state *mrb, struct RClass *time)
{
  mrb_define_method_id(mrb, time, MRB_SYM(strftime), time_strftime, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, time, MRB_SYM(to_s), time_to_s, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, time, MRB_SYM(inspect), time_inspect, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, time, MRB_SYM(ctime), time_ctime, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, time, MRB_SYM(xmlschema), time_xmlschema, MRB_ARGS_OPT(1));
}
