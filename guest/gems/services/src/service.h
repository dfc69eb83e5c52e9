#ifndef KOBAKO_SERVICE_H
#define KOBAKO_SERVICE_H

#include <mruby.h>
#include "kobako.h"

void kobako_init_services(mrb_state *mrb);
void kobako_send_requests_by(kobako_send *send);

/* The id of a handle, 0 for every other value. */
uint32_t kobako_handle_id(mrb_value value);

/* The path of a service, 0 for every other value. */
mrb_sym kobako_service_path(mrb_value value);

#endif
