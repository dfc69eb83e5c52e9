# Constants of the core are there before they are named first, and Kernel has its functions as methods of its own.

p %i[ConditionVariable Marshal Mutex ObjectSpace Queue SizedQueue Thread TOPLEVEL_BINDING].reject { |name|
  Object.const_defined?(name) && Object.constants.include?(name)
}
p defined?(Mutex), defined?(Thread), defined?(::Queue), defined?(Marshal), defined?(ObjectSpace::WeakMap)
p Mutex, Thread::Queue, Marshal.load(Marshal.dump([1])), Queue.new.size

class Thread
  def mine = 1
end
p Thread.current.mine

def own_name = Kernel.__method__
p own_name

def locals(a, b = 2) = Kernel.local_variables
p locals(1)

def given = Kernel.block_given?
p given, given {}

def first_name = Kernel.__callee__
p first_name

begin
  Kernel.fail ArgumentError, "told"
rescue ArgumentError => e
  p e.message
end
[-> { Kernel.load("nowhere") }, -> { Kernel.require_relative("nowhere") }].each do |loads|
  loads.call
rescue LoadError => e
  p e.class
end
x = 1
p Kernel.binding.local_variable_get(:x), Kernel.eval("x + 1"), Kernel.global_variables.include?(:$stdout)
