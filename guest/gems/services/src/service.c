/* Services and handles: objects of BasicObject's making that send every method to the host. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_services.h>
#include "services.h"

/* The data pointer of a handle is its id, of a service the symbol of its path. */
static const struct mrb_data_type handle_type = { "Kobako::Handle", NULL };
static const struct mrb_data_type service_type = { "Kobako::Service", NULL };

static struct RClass *handle_class;
static struct RClass *service_class;
static struct RClass *service_error;
static kobako_send *send_to_host;

void
kobako_send_requests_by(kobako_send *send)
{
  send_to_host = send;
}

static mrb_bool
of_type_p(mrb_value value, const struct mrb_data_type *type)
{
  return mrb_type(value) == MRB_TT_CDATA && DATA_TYPE(value) == type;
}

static uintptr_t
data_of(mrb_value value)
{
  return (uintptr_t)DATA_PTR(value);
}

uint32_t
kobako_handle_id(mrb_value value)
{
  return of_type_p(value, &handle_type) ? (uint32_t)data_of(value) : 0;
}

mrb_sym
kobako_service_path(mrb_value value)
{
  return of_type_p(value, &service_type) ? (mrb_sym)data_of(value) : 0;
}

static mrb_noreturn void
raise_fault(mrb_state *mrb, mrb_value fault)
{
  mrb_value message = mrb_ary_ref(mrb, fault, 1);
  mrb_value exc = mrb_exc_new_str(mrb, service_error, mrb_str_dup(mrb, message));

  /* Names without an @ are out of a script's reach. */
  mrb_iv_set(mrb, exc, MRB_SYM(fault), message);
  mrb_iv_set(mrb, exc, MRB_SYM(kind), mrb_ary_ref(mrb, fault, 0));
  mrb_iv_set(mrb, exc, MRB_SYM(details), mrb_ary_ref(mrb, fault, 2));
  mrb_exc_raise(mrb, exc);
}

/* A symbol's name. That of a short one is kept in `buffer`, because mruby has one place for all of these. */
static const char *
name_of(mrb_state *mrb, mrb_sym symbol, char buffer[sizeof(mrb->symbuf)], size_t *len)
{
  mrb_int length;
  const char *name = mrb_sym_name_len(mrb, symbol, &length);

  *len = (size_t)length;
  return name == mrb->symbuf ? memcpy(buffer, name, sizeof(mrb->symbuf)) : name;
}

/* A call of a proxy. */
struct call {
  mrb_sym name;
  const mrb_value *argv;
  mrb_int argc;
  mrb_value keywords;
  mrb_value block;
};

/* The method that was missing, or the one that an explicit call of method_missing names. */
static void
read_call(mrb_state *mrb, struct call *call)
{
  mrb_kwargs keywords = { 0 };

  call->name = mrb_get_mid(mrb);
  call->keywords = call->block = mrb_nil_value();
  keywords.rest = &call->keywords;
  if (call->name == MRB_SYM(method_missing)) {
    mrb_get_args(mrb, "n*:&", &call->name, &call->argv, &call->argc, &keywords, &call->block);
  }
  else if (mrb->c->ci->nk == 0) {
    mrb_get_args(mrb, "*&", &call->argv, &call->argc, &call->block);
  }
  else {
    mrb_get_args(mrb, "*:&", &call->argv, &call->argc, &keywords, &call->block);
  }
}

/* Runs Enumerable's method that was called, in the guest. */
static mrb_value
call_on_elements(mrb_state *mrb, mrb_value self)
{
  struct call call;
  mrb_value args;

  read_call(mrb, &call);
  args = mrb_ary_new_from_values(mrb, call.argc, call.argv);
  if (mrb_hash_p(call.keywords) && !mrb_hash_empty_p(mrb, call.keywords)) mrb_ary_push(mrb, args, call.keywords);
  return kobako_call_on_elements(mrb, self, call.name, args, call.block);
}

/* Whether the host lets the guest enumerate the object: it says so where it refuses what it exposes of none. */
static mrb_bool
enumerable_p(struct kobako_request request)
{
  static const char refused[] = "to_enum";
  mrb_value none = mrb_nil_value(), out;

  request.method = refused;
  request.method_len = sizeof(refused) - 1;
  request.argc = 0;
  request.keywords = &none;
  request.block = NULL;
  return send_to_host(&request, &out) == KOBAKO_ENUMERABLE;
}

static mrb_value
send_request(mrb_state *mrb, mrb_value self, mrb_sym name, const struct kobako_request *request)
{
  mrb_value out, error;

  switch (send_to_host(request, &out)) {
  case KOBAKO_VALUE:
    return out;
  case KOBAKO_FAULT:
    raise_fault(mrb, out);
  case KOBAKO_ENUMERABLE:
    if (!kobako_elements_method_p(mrb, name)) raise_fault(mrb, out);
    return call_on_elements(mrb, self);
  case KOBAKO_UNSENDABLE:
    error = mrb_exc_new_str(mrb, E_TYPE_ERROR, out);
    if (!kobako_elements_method_p(mrb, name) || !enumerable_p(*request)) mrb_exc_raise(mrb, error);
    return call_on_elements(mrb, self);
  case KOBAKO_RERAISE:
    mrb_exc_raise(mrb, out);
  }
  return out;
}

static mrb_bool
unexposed_p(mrb_state *mrb, mrb_value fault)
{
  mrb_value details = mrb_ary_ref(mrb, fault, 2);
  return mrb_symbol_p(details) && mrb_symbol(details) == MRB_SYM(unexposed);
}

mrb_bool
kobako_ask(mrb_state *mrb, mrb_value handle, mrb_sym method, mrb_int argc, const mrb_value *argv, mrb_value *out)
{
  struct kobako_request request = { NULL };
  mrb_value keywords = mrb_nil_value();
  char name[sizeof(mrb->symbuf)];

  request.handle = kobako_handle_id(handle);
  request.method = name_of(mrb, method, name, &request.method_len);
  request.args = argv;
  request.argc = (size_t)argc;
  request.keywords = &keywords;
  switch (send_to_host(&request, out)) {
  case KOBAKO_VALUE:
    return TRUE;
  case KOBAKO_FAULT:
    if (!unexposed_p(mrb, *out)) raise_fault(mrb, *out);
    return FALSE;
  case KOBAKO_RERAISE:
    mrb_exc_raise(mrb, *out);
  default:
    return FALSE;
  }
}

/* Calls the method that was missing, or the one that an explicit call of method_missing names. */
static mrb_value
proxy_forward(mrb_state *mrb, mrb_value self)
{
  struct kobako_request request = { NULL };
  struct call call;
  char path[sizeof(mrb->symbuf)], method[sizeof(mrb->symbuf)];

  read_call(mrb, &call);
  if (of_type_p(self, &handle_type)) {
    request.handle = (uint32_t)data_of(self);
  }
  else if (of_type_p(self, &service_type)) {
    request.path = name_of(mrb, (mrb_sym)data_of(self), path, &request.path_len);
  }
  else {
    mrb_raise(mrb, E_TYPE_ERROR, "not a service and not a handle");
  }
  request.method = name_of(mrb, call.name, method, &request.method_len);
  request.args = call.argv;
  request.argc = (size_t)call.argc;
  request.keywords = &call.keywords;
  request.block = mrb_nil_p(call.block) ? NULL : &call.block;
  return send_request(mrb, self, call.name, &request);
}

static mrb_value
proxy_respond_to_p(mrb_state *mrb, mrb_value self)
{
  return mrb_true_value();
}

static mrb_value
proxy_class(mrb_state *mrb, mrb_value self)
{
  return mrb_obj_value(mrb_obj_class(mrb, self));
}

static mrb_value
proxy_kind_of_p(mrb_state *mrb, mrb_value self)
{
  struct RClass *klass;

  mrb_get_args(mrb, "c", &klass);
  return mrb_bool_value(mrb_obj_is_kind_of(mrb, self, klass));
}

static mrb_value
proxy_nil_p(mrb_state *mrb, mrb_value self)
{
  return mrb_false_value();
}

static mrb_value
proxy_inspect(mrb_state *mrb, mrb_value self)
{
  if (of_type_p(self, &service_type)) return mrb_format(mrb, "#<Kobako::Service %n>", (mrb_sym)data_of(self));
  return mrb_format(mrb, "#<Kobako::Handle %d>", (int)data_of(self));
}

static mrb_value
service_to_s(mrb_state *mrb, mrb_value self)
{
  return mrb_sym_str(mrb, (mrb_sym)data_of(self));
}

static mrb_bool
same_p(mrb_value a, mrb_value b)
{
  return mrb_type(b) == MRB_TT_CDATA && DATA_TYPE(a) == DATA_TYPE(b) && data_of(a) == data_of(b);
}

static mrb_value
proxy_eq(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(same_p(self, mrb_get_arg1(mrb)));
}

static mrb_value
proxy_ne(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(!same_p(self, mrb_get_arg1(mrb)));
}

static mrb_value
proxy_hash(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, kobako_spread((uint32_t)data_of(self)));
}

static mrb_value
error_kind(mrb_state *mrb, mrb_value self)
{
  return mrb_iv_get(mrb, self, MRB_SYM(kind));
}

static mrb_value
error_details(mrb_state *mrb, mrb_value self)
{
  return mrb_iv_get(mrb, self, MRB_SYM(details));
}

static struct RClass *
define_proxy(mrb_state *mrb, struct RClass *kobako, const char *name)
{
  struct RClass *basic = mrb_class_get_id(mrb, MRB_SYM(BasicObject));
  struct RClass *proxy = mrb_define_class_under(mrb, kobako, name, basic);

  MRB_SET_INSTANCE_TT(proxy, MRB_TT_CDATA);
  MRB_UNDEF_ALLOCATOR(proxy);
  mrb_undef_class_method_id(mrb, proxy, MRB_SYM(new));
  mrb_undef_class_method_id(mrb, proxy, MRB_SYM(allocate));
  mrb_undef_method_id(mrb, proxy, MRB_SYM(instance_eval));
  mrb_undef_method_id(mrb, proxy, MRB_SYM(instance_exec));
  mrb_define_method_id(mrb, proxy, MRB_SYM(method_missing), proxy_forward, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, proxy, MRB_SYM_Q(respond_to), proxy_respond_to_p, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, proxy, MRB_SYM(class), proxy_class, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, proxy, MRB_SYM_Q(is_a), proxy_kind_of_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proxy, MRB_SYM_Q(kind_of), proxy_kind_of_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proxy, MRB_SYM_Q(nil), proxy_nil_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, proxy, MRB_SYM(inspect), proxy_inspect, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, proxy, MRB_OPSYM(eq), proxy_eq, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proxy, MRB_OPSYM(neq), proxy_ne, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proxy, MRB_SYM_Q(eql), proxy_eq, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proxy, MRB_SYM(hash), proxy_hash, MRB_ARGS_NONE());
  return proxy;
}

struct RClass *
kobako_init_proxies(mrb_state *mrb)
{
  struct RClass *kobako = mrb_define_module_id(mrb, MRB_SYM(Kobako));

  mrb_forwarder = proxy_forward;
  handle_class = define_proxy(mrb, kobako, "Handle");
  service_class = define_proxy(mrb, kobako, "Service");
  mrb_define_method_id(mrb, service_class, MRB_SYM(to_s), service_to_s, MRB_ARGS_NONE());
  service_error = mrb_define_class_under_id(mrb, kobako, MRB_SYM(ServiceError), mrb->eStandardError_class);
  mrb_define_method_id(mrb, service_error, MRB_SYM(kind), error_kind, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, service_error, MRB_SYM(details), error_details, MRB_ARGS_NONE());
  kobako_elements_init(mrb, kobako);
  /* A guest may set these constants anew; these objects stay. */
  mrb_gc_register(mrb, mrb_obj_value(handle_class));
  mrb_gc_register(mrb, mrb_obj_value(service_class));
  mrb_gc_register(mrb, mrb_obj_value(service_error));
  return handle_class;
}

/* What the guest crate calls */

mrb_value
kobako_new_service(mrb_state *mrb, mrb_sym path)
{
  return mrb_obj_value(mrb_data_object_alloc(mrb, service_class, (void *)(uintptr_t)path, &service_type));
}

struct handle {
  uint32_t id;
  uint8_t asked;
};

static mrb_value
new_handle(mrb_state *mrb, void *p)
{
  const struct handle *given = (const struct handle *)p;
  mrb_value handle =
      mrb_obj_value(mrb_data_object_alloc(mrb, handle_class, (void *)(uintptr_t)given->id, &handle_type));

  /* A name without an @ is out of a script's reach. */
  if (given->asked) mrb_iv_set(mrb, handle, MRB_SYM(asked), mrb_fixnum_value(given->asked));
  return handle;
}

mrb_bool
kobako_handle(mrb_state *mrb, uint32_t id, uint8_t asked, mrb_value *out)
{
  mrb_bool error = FALSE;
  struct handle given = { id, asked };

  *out = mrb_protect_error(mrb, new_handle, &given, &error);
  return !error;
}

mrb_bool
kobako_service_error(mrb_state *mrb, const mrb_value *exc, mrb_value *details, mrb_value *message)
{
  if (!mrb_obj_is_kind_of(mrb, *exc, service_error)) return FALSE;
  *message = mrb_iv_get(mrb, *exc, MRB_SYM(fault));
  if (!mrb_string_p(*message)) return FALSE;
  *details = error_details(mrb, *exc);
  return mrb_str_equal(mrb, *message, mrb_exc_mesg_get(mrb, mrb_exc_ptr(*exc)));
}

mrb_bool
kobako_proxy_frame_p(const mrb_callinfo *ci)
{
  struct RClass *owner = mrb_vm_ci_target_class(ci);
  return owner && (owner == handle_class || owner == service_class);
}

mrb_bool
kobako_service_answers(mrb_state *mrb, const char *name, size_t len)
{
  struct RClass *owner = service_class;
  mrb_sym method = mrb_intern_check(mrb, name, len);

  return method != 0 && !MRB_METHOD_UNDEF_P(mrb_method_search_vm(mrb, &owner, method));
}
