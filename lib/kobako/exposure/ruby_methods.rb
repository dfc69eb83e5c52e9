# frozen_string_literal: true

require "set"
require_relative "application"
require_relative "stand_ins"

module Kobako
  class Exposure
    # What is known about methods of Ruby's own classes and modules, whatever the application says of them.
    module RubyMethods
      # What no guest reaches where Ruby brought it along: it takes a class, the name of a method or code, hands out
      # one, calls a method of an object that it finds, writes text about objects, or acts on the process. A method
      # that the application wrote under such a name is the application's. With an owner if other owners' are harmless.
      NEVER = %w[
        to_set dig display default_proc default_proc= add_observer delete_observer notify_observers
        Proc#>> Proc#<< Proc#=== Proc#ruby2_keywords Method#>> Method#<< Method#=== Method#unbind Method#receiver
        Method#owner Method#super_method UnboundMethod#bind UnboundMethod#bind_call UnboundMethod#owner
        UnboundMethod#super_method source_location OpenStruct#[]= OpenStruct#delete_field
        Module#=== Module#method_defined? Module#public_method_defined? Module#private_method_defined?
        Module#protected_method_defined? Module#ruby2_keywords Module#remove_method Module#public_instance_method
        Module#set_temporary_name Module#define_method Module#instance_methods Module#const_added import_methods
        Module#undefined_instance_methods Module#refinements attached_object singleton_method_undefined
        def_instance_delegators def_single_delegator def_single_delegators single_delegate def_singleton_delegator
        def_singleton_delegators instance_delegate
        local_variable_get local_variable_set local_variable_defined? local_variables irb receiver
        full_message detailed_message backtrace backtrace_locations set_backtrace exception
        formatter formatter= reopen ioctl fcntl ERB#result ERB#run ERB#def_method ERB#def_module ERB#def_class
        ERB#result_with_hash ERB#set_eoutvar json_create create_id= generator= parser= state=
        set_trace_func add_trace_func trace_var untrace_var TracePoint#enable TracePoint#self
        thread_variable_get thread_variable_set Thread#[] Thread#[]= Thread#fetch Thread#raise Thread#kill Thread#exit
        Thread#terminate Thread#run Thread#wakeup Thread#priority= Fiber#raise Fiber#resume Fiber#transfer
        Fiber#storage Fiber#storage= Ractor#[] Ractor#[]= Ractor#take
        at_exit autoload system exec spawn fork exit exit! abort load require require_relative trap syscall test
        catch throw raise fail open popen callcc proc lambda loop sleep format sprintf printf srand
        global_variables caller caller_locations __callee__ __method__ __dir__ `
        respond_to? to_yaml pretty_print pretty_print_cycle pretty_inspect matchee NoMethodError#args
        UncaughtThrowError#tag UncaughtThrowError#value put_cmd= insert_cmd= pre_cmd= post_cmd= make_compiler
        ERB#src ERB#filename= ERB#location= TracePoint#disable TracePoint#eval_script TracePoint#return_value
        TracePoint#instruction_sequence TracePoint#raised_exception
        JSON::Ext::Generator::State#[] JSON::Ext::Generator::State#[]= JSON::Ext::Generator::State#configure
        JSON::Ext::Generator::State#merge
        Fiber#kill each_caller_location instance_variables_to_inspect
        Object#with with_options instance_values instance_variable_names constantize safe_constantize acts_like?
        define_finalizer undefine_finalizer each_object garbage_collect count_objects _id2ref restore
        stress= abort_on_exception= report_on_exception= handle_interrupt kill daemon detach setuid setgid
      ].to_set.freeze

      # Likewise of the functions of Ruby's own modules.
      FUNCTIONS = {
        JSON: %w[[] deep_const_get iconv load_file load_file! parse parse! recurse_proc],
        GC: %w[auto_compact= compact disable enable measure_total_time= start verify_compaction_references
               verify_internal_consistency verify_transient_heap_internal_consistency],
        Process: %w[_fork egid= euid= gid= groups= initgroups maxgroups= setpgid setpgrp setpriority setproctitle
                    setrlimit setsid uid= wait wait2 waitall waitpid waitpid2]
      }.transform_values { |names| names.to_set.freeze }.freeze

      # Ruby's own methods that take any object and run none of its code.
      HARMLESS = {
        "BasicObject" => %w[== != equal?], "Kernel" => %w[eql? === <=> instance_of? kind_of? is_a?],
        "Comparable" => %w[< <= == > >= between?], "Proc" => %w[call yield []], "Method" => %w[call []],
        "Enumerable" => %w[each_with_object], "Array" => %w[push append << unshift prepend],
        "Thread::Queue" => %w[push << enq],
        "Thread::SizedQueue" => %w[push << enq], "Set" => %w[include? member?]
      }.freeze
      # Those that only keep, ignore or ask for the truth of what a block gives.
      HARMLESS_BLOCKS = %w[
        each each_entry each_with_index each_slice each_cons each_pair each_key each_value each_index each_line
        each_char each_byte each_codepoint each_child each_filename reverse_each cycle map collect filter_map select
        filter select! filter! keep_if reject reject! delete_if partition find detect find_all find_index index rindex
        count any? all? none? one? take_while drop_while chunk_while slice_when slice_before slice_after step
        fetch transform_values transform_values! synchronize
      ].to_set.freeze
      # Those of them that keep it in their object.
      KEEPING_BLOCKS = %w[transform_values!].to_set.freeze
      NAME = Module.instance_method(:name)
      private_constant :HARMLESS, :HARMLESS_BLOCKS, :KEEPING_BLOCKS, :NAME

      class << self
        # @param unbound [UnboundMethod] that the application did not write
        # @return [Boolean] whether NEVER or FUNCTIONS has it, by the name that it was defined with
        def never?(unbound)
          owner = unbound.owner
          name = unbound.original_name.name
          NEVER.include?(name) || NEVER.include?("#{NAME.bind_call(owner)}##{name}") ||
            FUNCTIONS.any? { |mod, names| names.include?(name) && function_of?(mod, owner) }
        end

        # Whether the method is Ruby's own and would run code of a host object that a guest passes: a conversion, a
        # comparison, `each`. What a Proc, a Method or a comparison of the application goes on to is the application's.
        #
        # @param unbound [UnboundMethod]
        # @return [Boolean]
        def guarded?(unbound)
          owner = unbound.owner
          return false if HARMLESS[NAME.bind_call(owner)]&.include?(unbound.original_name.name)
          return false if StandIns.method?(unbound)
          return false if Struct > owner && unbound.original_name == unbound.name

          location = unbound.source_location
          location.nil? || Application.library?(location.first)
        end

        # @param unbound [UnboundMethod] that is guarded
        # @return [Boolean] whether it would run code of a host object that a block gives, too
        def guarded_block?(unbound) = !HARMLESS_BLOCKS.include?(unbound.original_name.name)

        # @param unbound [UnboundMethod] that is guarded
        # @return [Boolean] whether it uses what a block gives, or keeps it for longer than the run lasts
        def takes_block_value?(unbound) = guarded_block?(unbound) || KEEPING_BLOCKS.include?(unbound.original_name.name)

        private

        def function_of?(name, owner)
          Object.const_defined?(name) && !Object.autoload?(name) && Object.const_get(name).singleton_class.equal?(owner)
        end
      end
    end
  end
end
