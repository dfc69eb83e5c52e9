# frozen_string_literal: true

require_relative "guest_program"

# A GuestProgram that calls services all the time: in blocks of others, by handles, with keywords, where they fail and
# that is rescued, with what the clock shows and random numbers, and with output between.
class JournalProgram < GuestProgram
  READINGS = ["Time.now.to_f", "Time.now.to_i", "rand(1000)", "rand", "Random.rand(9)", "Time.now.nsec",
              "Process.clock_gettime(Process::CLOCK_MONOTONIC)", "[1, 2, 3].shuffle"].freeze

  private

  def statement(depth)
    return super if @left.negative? || depth > 3 || chance(55)

    @left -= 1
    pick([-> { service(depth) }, -> { asked(depth) }, -> { asked(depth) }, -> { nested(depth) }, -> { tried(depth) },
          -> { output(depth) }]).call
  end

  # What a call of a service is given is mostly plain.
  def plain = pick([literal, literal, pick(READINGS), "[#{literal}, #{literal}]", "{ k: #{literal} }", name])

  def asked(_depth)
    "#{new_name} = #{call}"
  end

  def call
    pick(["Host::Echo.call(#{plain}, a: #{plain}, b: #{plain})", "Host::Echo.call(#{plain})[0][0]",
          "Host::Node.child(#{@random.rand(9)}).child(#{@random.rand(9)})", "Host::Node.child(#{plain}).value",
          "Host::Node.hold(#{plain})", "Host::Node.same?(Host::Node.child(1))", "Host::List.items(3)",
          "Host::List.items(2).map(&:value)", "Host::List.items(2).last.myself.child(2).path",
          "(Host::List.fail(#{plain}) rescue $!.message)", "(Host::List.missing(key: #{plain}) rescue $!.class.to_s)",
          "Host::List.odd.size", "#{name}.child(#{@random.rand(4)})", "#{name}.same?(#{name})"])
  end

  def nested(depth)
    inner = statements(1 + @random.rand(2), depth + 1)
    last = pick([plain, call, "x", "next #{plain}", "break #{plain}", "raise #{pick(ERRORS)}", "throw :out"])
    opening = pick(["Host::List.each(#{plain})", "Host::List.map([#{plain}, #{plain}])",
                    "Host::List.each_safely([1, 2])",
                    "Host::List.guard", "Host::Node.each", "Host::Node.child(2).each", "Host::List.nest(3)",
                    "Host::List.odd", "Host::List.items(2).each", "Host::List.fold([1, 2, 3])"])
    "#{new_name} = catch(:out) { #{opening} { |x, *|\n#{inner}\n#{last} } }"
  end

  def tried(depth)
    <<~RUBY
      #{new_name} = begin
        @tries = (@tries || 0) + 1
        #{statement(depth + 1)}
        @tries % 3 == 0 ? #{call} : Host::List.fail("try \#{@tries}")
      rescue StandardError => e
        @tries < 9 ? retry : e.message
      ensure
        puts @tries
      end
    RUBY
  end
end
