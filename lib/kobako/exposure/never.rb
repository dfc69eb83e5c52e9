# frozen_string_literal: true

require "set"

module Kobako
  class Exposure
    # What no guest reaches, because it names further methods, code or state by a value of the guest.
    # An application's own class may define such a name itself and list it in `only:`.
    NEVER = %w[
      send __send__ public_send instance_eval instance_exec class_eval module_eval class_exec module_exec
      method public_method singleton_method instance_method public_instance_method
      methods public_methods private_methods protected_methods singleton_methods
      instance_methods public_instance_methods private_instance_methods protected_instance_methods
      define_method define_singleton_method remove_method undef_method alias_method attr attr_reader attr_writer
      attr_accessor public private protected module_function public_class_method private_class_method
      singleton_class instance_variable_get instance_variable_set instance_variable_defined? instance_variables
      remove_instance_variable class_variable_get class_variable_set class_variable_defined? class_variables
      remove_class_variable const_get const_set const_defined? const_missing const_source_location constants
      remove_const private_constant public_constant deprecate_constant autoload autoload? refine using
      binding eval extend include prepend append_features prepend_features extend_object extended included prepended
      inherited method_added method_removed method_undefined singleton_method_added
      to_enum enum_for lazy with_object try try! tap then yield_self method_missing respond_to_missing?
      respond_to_guest? initialize initialize_copy initialize_dup initialize_clone allocate
      __getobj__ __setobj__ freeze dup clone marshal_dump marshal_load _dump _load to_proc curry
      inject reduce delegate def_delegator def_delegators instance_delegate def_instance_delegator
    ].to_set.freeze
  end
end
