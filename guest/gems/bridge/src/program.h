/* What a program may ask of how it runs. */
#ifndef KOBAKO_PROGRAM_H
#define KOBAKO_PROGRAM_H

#include <mruby.h>


#endif
