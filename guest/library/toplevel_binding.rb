# frozen_string_literal: true

# The constant, which binds the locals of the program that first asks for it.
TOPLEVEL_BINDING = __toplevel_binding
