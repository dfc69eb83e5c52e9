/* The errors of names that are not there: what a sandbox offers instead, and what was within reach. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_errors.h>
#include <kobako_services.h>

#define NO_PROCESSES "a sandbox has no processes (bind a service that does the work)"

/* Names that a program for a whole machine uses, each followed by a space, and what to do without. */
struct absent {
  const char *names;
  const char *instead;
};

static const struct absent constants[] = {
  { "File Dir FileTest FileUtils Pathname Tempfile ARGF ",
    "a sandbox has no files (pass the text in, or bind a service that reads it)" },
  { "Net Socket TCPSocket TCPServer UDPSocket UNIXSocket OpenURI HTTParty Faraday HTTP RestClient ",
    "a sandbox has no network (bind a service that makes the request)" },
  { "Signal Open3 PTY Etc ", NO_PROCESSES },
  { "Ractor Concurrent ", "a sandbox has one thread (use Fiber or Enumerator)" },
  { "TracePoint RubyVM ", "a sandbox does not lay its heap open (keep the objects in a collection)" },
  { "OpenSSL Zlib ", "a sandbox has no ciphers and no compression (bind a service; Digest is there)" },
  { "ActiveRecord ActiveSupport Rails Redis PG SQLite3 Sequel Nokogiri ",
    "a sandbox has no gems (bind a service that does the work)" },
};

static const struct absent methods[] = {
  { "system exec spawn fork trap syscall ", NO_PROCESSES },
  { "open select test ", "a sandbox has no files (pass the text in, or bind a service that reads it)" },
  { "exit! callcc set_trace_func ", "a sandbox ends with its last expression (use exit, or ensure)" },
};

static const char *
instead_of(const struct absent *table, size_t count, const char *name, size_t len)
{
  for (size_t i = 0; i < count; i++) {
    for (const char *at = table[i].names, *end; *at; at = end + 1) {
      end = strchr(at, ' ');
      if ((size_t)(end - at) == len && memcmp(at, name, len) == 0) return table[i].instead;
    }
  }
  return NULL;
}

static mrb_bool
process_p(mrb_state *mrb, mrb_value receiver)
{
  mrb_value process = mrb_obj_iv_get(mrb, (struct RObject *)mrb->object_class, MRB_SYM(Process));

  return mrb_type(receiver) == MRB_TT_MODULE && mrb_obj_eq(mrb, receiver, process);
}

static const char *
instead(mrb_state *mrb, mrb_value receiver, mrb_sym name, mrb_bool constant)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);

  if (process_p(mrb, receiver)) return NO_PROCESSES;
  if (constant) return instead_of(constants, sizeof(constants) / sizeof(constants[0]), text, (size_t)len);
  return instead_of(methods, sizeof(methods) / sizeof(methods[0]), text, (size_t)len);
}

/* The name in the instruction before `pc`, if that sends a word alone to self: a variable or a call. */
static mrb_sym
word_before(const mrb_irep *irep, const mrb_code *pc)
{
  ptrdiff_t at = pc - irep->iseq;
  mrb_bool wide =
      (at >= 6 && pc[-6] == OP_EXT3 && pc[-5] == OP_SSEND0) || (at >= 5 && pc[-5] == OP_EXT2 && pc[-4] == OP_SSEND0);
  size_t index;

  if (at < 3) return 0;
  index = wide ? pc[-2] << 8 | pc[-1] : pc[-1];
  if (!wide && !(at >= 5 && pc[-5] == OP_EXT1 && pc[-4] == OP_SSEND0) && !(at >= 3 && pc[-3] == OP_SSEND0)) return 0;
  return index < irep->slen ? irep->syms[index] : 0;
}

static mrb_bool
variable_name_p(mrb_state *mrb, mrb_sym name)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);

  return len > 0 && !(text[0] >= 'A' && text[0] <= 'Z') && text[len - 1] != '!' && text[len - 1] != '?';
}

static mrb_bool
calls_word_p(const mrb_callinfo *ci, mrb_sym name)
{
  if (!ci->proc || MRB_PROC_CFUNC_P(ci->proc) || !ci->pc) return FALSE;
  return word_before(ci->proc->body.irep, ci->pc) == name;
}

/* Whether the call that misses `name` was a word alone. A method_missing in between hands it on. */
static mrb_bool
word_alone_p(mrb_state *mrb, mrb_sym name)
{
  const mrb_callinfo *ci = mrb->c->ci;

  if (!variable_name_p(mrb, name)) return FALSE;
  do {
    if (ci > mrb->c->cibase) ci--;
    if (calls_word_p(ci, name)) return TRUE;
  } while (ci > mrb->c->cibase && ci->mid == MRB_SYM(method_missing));
  return FALSE;
}

static mrb_bool
module_p(mrb_value value)
{
  return mrb_type(value) == MRB_TT_MODULE || mrb_type(value) == MRB_TT_CLASS;
}

/* As a module names itself, which it may do by a `name` of its own. */
static mrb_value
module_text(mrb_state *mrb, mrb_value module)
{
  struct RClass *c = mrb_class(mrb, module);
  mrb_method_t method = mrb_method_search_vm(mrb, &c, MRB_SYM(name));

  if (MRB_METHOD_UNDEF_P(method) || MRB_METHOD_CFUNC_P(method)) return module;
  mrb_value name = mrb_funcall_argv(mrb, module, MRB_SYM(name), 0, NULL);
  return mrb_string_p(name) ? name : mrb_inspect(mrb, module);
}

/* As a message names what a method is missing in. */
static mrb_value
text_of(mrb_state *mrb, mrb_value receiver)
{
  if (!module_p(receiver)) {
    mrb_value class = mrb_obj_value(mrb_obj_class(mrb, receiver)), text = module_text(mrb, class);
    if (mrb_string_p(text)) return mrb_format(mrb, "an instance of %v", text);
  }
  return mrb_receiver_text(mrb, receiver);
}

static mrb_value
message(mrb_state *mrb, mrb_value receiver, mrb_sym name, mrb_bool constant, mrb_bool word)
{
  if (!constant) {
    return mrb_format(mrb, "undefined %s '%n' for %v", word ? "local variable or method" : "method", name,
                      text_of(mrb, receiver));
  }
  if (mrb_class_real(mrb_class_ptr(receiver)) == mrb->object_class) {
    return mrb_format(mrb, "uninitialized constant %n", name);
  }
  return mrb_format(mrb, "uninitialized constant %v::%n", module_text(mrb, receiver), name);
}

mrb_noreturn void
kobako_name_missing(mrb_state *mrb, mrb_value receiver, mrb_sym name, mrb_value args)
{
  mrb_bool constant = mrb_undef_p(args);
  mrb_bool word = !constant && word_alone_p(mrb, name);
  mrb_value text = message(mrb, receiver, name, constant, word);
  const char *hint = instead(mrb, receiver, name, constant);
  mrb_value exc;

  if (hint) {
    mrb_str_cat_lit(mrb, text, ": ");
    mrb_str_cat_cstr(mrb, text, hint);
  }
  exc = mrb_exc_new_str(
      mrb, mrb_exc_get_id(mrb, constant || word ? MRB_ERROR_SYM(NameError) : MRB_ERROR_SYM(NoMethodError)), text);
  mrb_iv_set(mrb, exc, MRB_IVSYM(name), mrb_symbol_value(name));
  if (!constant && !word) mrb_iv_set(mrb, exc, MRB_IVSYM(args), args);
  /* Names without an @ are out of a script's reach. */
  mrb_iv_set(mrb, exc, MRB_SYM(receiver), receiver);
  mrb_exc_raise(mrb, exc);
}

/* What the guest crate calls */

struct search {
  mrb_sym name;
  mrb_value near;
  mrb_value services;
};

static int
add_method(mrb_state *mrb, mrb_sym name, mrb_method_t method, void *p)
{
  struct search *search = (struct search *)p;

  if (!MRB_METHOD_UNDEF_P(method) && name != search->name) mrb_ary_push(mrb, search->near, mrb_symbol_value(name));
  return 0;
}

static int
add_constant(mrb_state *mrb, mrb_sym name, mrb_value value, void *p)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);

  if (len > 0 && text[0] >= 'A' && text[0] <= 'Z')
    mrb_ary_push(mrb, ((struct search *)p)->near, mrb_symbol_value(name));
  return 0;
}

static int
add_service(mrb_state *mrb, mrb_sym name, mrb_value value, void *p)
{
  struct search *search = (struct search *)p;
  mrb_sym path = kobako_service_path(value);

  if (path) mrb_ary_push(mrb, search->services, mrb_symbol_value(path));
  return 0;
}

static int
add_namespace(mrb_state *mrb, mrb_sym name, mrb_value value, void *p)
{
  if (module_p(value)) mrb_iv_foreach(mrb, value, add_service, p);
  return 0;
}

static mrb_value
search(mrb_state *mrb, void *p)
{
  mrb_value exc = *(const mrb_value *)p, receiver, name, object = mrb_obj_value(mrb->object_class);
  mrb_bool constant = mrb_obj_class(mrb, exc) == mrb_exc_get_id(mrb, MRB_ERROR_SYM(NameError));
  struct search found = { 0, mrb_ary_new(mrb), mrb_ary_new(mrb) };

  if (!mrb_iv_defined(mrb, exc, MRB_SYM(receiver))) return mrb_nil_value();
  receiver = mrb_iv_get(mrb, exc, MRB_SYM(receiver));
  name = mrb_iv_get(mrb, exc, MRB_IVSYM(name));
  if (!mrb_symbol_p(name)) return mrb_nil_value();
  found.name = mrb_symbol(name);
  constant = constant && !variable_name_p(mrb, found.name);
  if (constant && module_p(receiver)) mrb_iv_foreach(mrb, receiver, add_constant, &found);
  else {
    for (struct RClass *c = mrb_class(mrb, receiver); c; c = c->super) mrb_mt_foreach(mrb, c, add_method, &found);
  }
  if (module_p(receiver) && mrb_class_ptr(receiver) != mrb->object_class) {
    mrb_iv_foreach(mrb, receiver, add_service, &found);
  }
  else if (constant) {
    mrb_iv_foreach(mrb, object, add_namespace, &found);
  }
  mrb_value parts[] = { name, found.near, found.services };
  return mrb_ary_new_from_values(mrb, 3, parts);
}

mrb_bool
kobako_within_reach(mrb_state *mrb, const mrb_value *exc, mrb_value *out)
{
  mrb_bool error = FALSE;

  *out = mrb_protect_error(mrb, search, (void *)exc, &error);
  return !error && mrb_array_p(*out);
}

static mrb_value
receiver(mrb_state *mrb, mrb_value self)
{
  if (!mrb_iv_defined(mrb, self, MRB_SYM(receiver))) mrb_raise(mrb, E_ARGUMENT_ERROR, "no receiver is available");
  return mrb_iv_get(mrb, self, MRB_SYM(receiver));
}

static mrb_value
receive(mrb_state *mrb, mrb_value self)
{
  mrb_iv_set(mrb, self, MRB_SYM(receiver), mrb_get_arg1(mrb));
  return self;
}

void
mrb_kobako_errors_gem_init(mrb_state *mrb)
{
  struct RClass *error = mrb_exc_get_id(mrb, MRB_ERROR_SYM(NameError));

  mrb_define_method_id(mrb, error, MRB_SYM(receiver), receiver, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, error, MRB_SYM(__receive), receive, MRB_ARGS_REQ(1));
}

void
mrb_kobako_errors_gem_final(mrb_state *mrb)
{
}
