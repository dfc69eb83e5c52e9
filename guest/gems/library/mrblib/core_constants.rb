# Constants of CRuby's core that the standard library defines here: they are there, and loaded when they are met.
{
  ConditionVariable: "thread", Interrupt: "signal_exception", Marshal: "marshal", Mutex: "thread",
  ObjectSpace: "objspace", Queue: "thread", Ruby: "ruby_constants", SignalException: "signal_exception",
  SizedQueue: "thread", Thread: "thread", TOPLEVEL_BINDING: "toplevel_binding"
}.each { |name, feature| Object.autoload(name, feature) }
Encoding.autoload(:Converter, "encoding_converter")
