# frozen_string_literal: true

# Collects garbage at every allocation inside the native calls, and only there: RSpec's own allocations cost minutes.
module GCStress
  def self.around(owner, *names)
    owner.prepend(Module.new do
      names.each do |name|
        define_method(name) do |*arguments|
          outside = GC.stress
          GC.stress = true
          super(*arguments)
        ensure
          GC.stress = outside
        end
      end
    end)
  end

  # A collection at each allocation takes what a script's time would be.
  Kobako::SandboxOptions.__send__(:remove_const, :DEFAULT_TIMEOUT)
  Kobako::SandboxOptions::DEFAULT_TIMEOUT = 600.0

  around(Kobako::Codec.singleton_class, :respond)
  around(Kobako::Codec::Encoder.singleton_class, :encode)
  around(Kobako::Codec::Decoder.singleton_class, :decode)
  around(Kobako::Runtime.singleton_class, :from_path)
  around(Kobako::Runtime, :eval, :run, :latest, :usage)
  around(Kobako::Execution, :stdout, :stderr)
end
