# frozen_string_literal: true

require "support/volumes"

# One of `part` of each volume. For groups that include {Volumes}.
RSpec.shared_examples "large volumes" do |part|
  calls = 1_000_000 / part
  failures = 100_000 / part
  rounds = 100 / part
  methods = 100_000 / part
  guests = 10 / part

  it "makes #{calls} service calls, and host memory stays as it was" do
    code = "n = 0; %d.times { n = Host::Next.call(n) }; n"
    value, growth = grown(bind: "host.bind(:Next, ->(number) { number + 1 })",
                          first: format(code, 10_000), code: format(code, calls))

    expect(value).to eq(calls)
    expect(growth).to be < 16 << 20
  end

  it "fails in services #{failures} times, and few of the exceptions are kept" do
    code = "n = 0; %d.times { |i| begin; Host::Fail.call(i); rescue Kobako::ServiceError; n += 1; end }; n"
    # Garbage between two collections makes the heap larger once.
    value, growth = grown(bind: "host.bind(:Fail, ->(number) { raise KeyError, 'no' + number.to_s + 'x' * 1000 })",
                          first: format(code, 20_000), code: format(code, failures))

    expect(value).to eq(failures)
    expect(growth).to be < 32 << 20
  end

  it "sends #{rounds * 10_000} as values, keys and keywords, of which none stays" do
    echo = dispatcher(->(*values, **words) { [values, words] })
    echo.call(request("call", [1]))
    before = symbols

    rounds.times do |round|
      values = names((round * 10_000)...((round + 1) * 10_000))
      echo.call(request("call", [values.first(4000), values[4000, 4000].to_h { |name| [name, 1] }],
                        values.last(2000).to_h { |name| [name, 1] }))
    end
    # Those of the last round may still be on the stack.
    expect(symbols - before).to be < 20_000
  end

  it "calls methods of #{methods} different names, of which none becomes a Symbol" do
    bare = dispatcher(HostObjects::Bare.new)
    bare.call(request("hello", []))
    before = symbols

    methods.times { |number| bare.call(request("guest method #{object_id} #{number}", [])) }
    expect(symbols - before).to be < 100
  end

  it "sends #{guests * 100_000} from guests as values, keywords and names of methods, none of which stays" do
    sandbox = sandbox_with(It: ->(value, **words) { [value, words] }, Bare: HostObjects::Bare.new)
    code = "n.times { |i| s = :\"s\#{tag}-\#{i}\"; Host::It.call(s, s => s) }; " \
           "m.times { |i| begin; Host::Bare.method_missing(:\"m\#{tag}-\#{i}\"); rescue Kobako::ServiceError; end }"
    sandbox.eval("Host::It.call(1)")
    before = symbols

    guests.times { |tag| expect(sandbox.eval("tag, n, m = #{tag}, 90_000, 10_000; #{code}; 1")).to eq(1) }
    expect(symbols - before).to be < 1000
  end
end
