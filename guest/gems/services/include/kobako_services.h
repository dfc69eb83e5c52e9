/* Services and handles: what the guest crate and other gems call. Values pass by pointer; none of these raises. */
#ifndef KOBAKO_SERVICES_H
#define KOBAKO_SERVICES_H

#include <mruby.h>

/* A call of a service or a handle, as the guest made it. */
struct kobako_request {
  const char *path; /* of a service, NULL for a handle */
  size_t path_len;
  uint32_t handle;
  const char *method;
  size_t method_len;
  const mrb_value *args;
  size_t argc;
  const mrb_value *keywords; /* a Hash, or nil if there are none */
  const mrb_value *block;    /* NULL if there is none */
};

enum kobako_answer {
  KOBAKO_VALUE,      /* *out is the result */
  KOBAKO_FAULT,      /* *out is [kind, message, details] */
  KOBAKO_UNSENDABLE, /* *out is the message of a TypeError */
  KOBAKO_RERAISE,    /* *out is the exception that a block raised, or how it jumped */
  KOBAKO_ENUMERABLE  /* as a fault, unless Enumerable has the method */
};

/* Sends a request to the host. It returns as C does: it neither raises nor unwinds. */
typedef enum kobako_answer kobako_send(const struct kobako_request *request, mrb_value *out);

void kobako_send_requests_by(kobako_send *send);

/* Makes a constant the value, which is frozen with all that it holds, or without one the service of its path. The
   namespace is a path of modules, which are made, "" for none. FALSE and the exception in *out if it cannot be, or if a
   top-level constant is there already and is not to be shadowed. */
mrb_bool kobako_bind(mrb_state *mrb, const char *space, size_t space_len, const char *member, size_t member_len,
                     const mrb_value *value, mrb_bool shadow, mrb_value *out);

/* A Kobako::Handle of an id that the host gave, and what its object is to be asked; FALSE and the exception in *out if the memory is at its end. */
mrb_bool kobako_handle(mrb_state *mrb, uint32_t id, uint8_t asked, mrb_value *out);

enum kobako_block {
  KOBAKO_BLOCK_VALUE,
  KOBAKO_BLOCK_BREAK,
  KOBAKO_BLOCK_RAISED,  /* *out is the exception */
  KOBAKO_BLOCK_THROWN,  /* *out goes on to its `catch` when it is raised again */
  KOBAKO_BLOCK_JUMPED,  /* *out goes on to a method beyond this call when it is raised again */
  KOBAKO_BLOCK_RETURNED /* out of the method that the block was written in */
};

/* Calls a block with an Array of arguments; *out is its value unless said otherwise. */
enum kobako_block kobako_yield(mrb_state *mrb, const mrb_value *block, const mrb_value *args, mrb_value *out);

/* Whether an exception is the fault of a service, as the host gave it; then its details and its
   message. A Kobako::ServiceError that a script made, or gave another message, is none. */
mrb_bool kobako_service_error(mrb_state *mrb, const mrb_value *exc, mrb_value *details, mrb_value *message);

/* Whether a service answers a method itself, without the host. */
mrb_bool kobako_service_answers(mrb_state *mrb, const char *name, size_t len);

/* The id of a handle, 0 for every other value. */
uint32_t kobako_handle_id(mrb_value value);

/* The path of a service, 0 for every other value. */
mrb_sym kobako_service_path(mrb_value value);

#endif
