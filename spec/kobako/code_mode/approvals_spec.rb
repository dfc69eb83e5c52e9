# frozen_string_literal: true

require "kobako/code_mode"
require "support/code_mode_tools"

RSpec.describe Kobako::CodeMode::Approvals do
  include CodeModeTools

  def asking(rule = :ask, subject = "Tools::Orders.refund", &)
    mode(approve: { subject => rule }, &)
  end

  describe "a call that waits for a person" do
    it "ends the code, which says what it waits for" do
      answer = asking.call("puts 1; Tools::Orders.refund(7, 50)")

      expect([answer.suspended?, answer.ok?, answer.value, answer.error]).to eq([true, false, nil, nil])
      expect(answer.waiting).to have_attributes(path: "Tools::Orders", method: "refund", arguments: [7, 50],
                                                reason: "Tools::Orders.refund needs approval")
      expect(answer.to_s).to eq("The code waits: Tools::Orders.refund(7, 50) has no answer yet (Tools::Orders.refund " \
                                "needs approval). Do not send it again.\n\nstdout:\n1\n")
      expect(orders.noted).to be_empty
    end

    it "is made once when it is approved" do
      asking.call("puts 1; a = Tools::Orders.refund(7, 50); puts a; a.size")

      expect(mode.approve.to_s).to eq("=> 11\n\nstdout:\n1\nrefunded 50\n")
      expect(text("a")).to eq('=> "refunded 50"')
      expect(orders.noted).to eq([[:refund, 7, 50]])
    end

    it "fails when it is denied, which the code may rescue" do
      asking.call("Tools::Orders.refund(7, 50)")

      expect(mode.deny("too dear").to_s).to start_with(
        "Kobako::ServiceError: Kobako::CodeMode::DeniedError: Tools::Orders.refund(7, 50) was denied: too dear (do not"
      )
      asking.call("begin; Tools::Orders.refund(8, 50); rescue => e; 'kept'; end")
      expect(mode.deny.value).to eq("kept")
      expect(orders.noted).to be_empty
    end

    it "may be given a value in its place" do
      asking.call("Tools::Orders.refund(7, 50)")

      expect(mode.answer("by hand").value).to eq("by hand")
      expect(orders.noted).to be_empty
    end

    it "is followed by the next one, and by calls before it that are not made again" do
      asking.call("Tools::Orders.find(1); [Tools::Orders.refund(1, 1), Tools::Orders.refund(2, 2)]")

      expect(mode.approve.waiting.arguments).to eq([2, 2])
      expect(mode.approve.value).to eq(["refunded 1", "refunded 2"])
      expect(orders.noted).to eq([[:find, 1], [:refund, 1, 1], [:refund, 2, 2]])
    end

    it "keeps other code out" do
      asking.call("Tools::Orders.refund(7, 50)")

      expect { mode.call("1") }
        .to raise_error(Kobako::Error, /\Athe session waits for Tools::Orders\.refund\(7, 50\) \(approve, deny or/)
      expect(mode.reset.call("1").value).to eq(1)
    end

    it "may stand in a block of a tool that can be called again" do
      asking { |sandbox| sandbox.bind("Tools::Again", orders, replay: :again) }
      code = "seen = []; Tools::Again.each_price { |price| seen << Tools::Orders.refund(7, price) }; seen"

      expect([mode.call(code), mode.approve].map { |answer| answer.waiting.arguments }).to eq([[7, 1], [7, 2]])
      expect(mode.approve.value).to eq(["refunded 1", "refunded 2"])
      expect(orders.noted).to eq([[:refund, 7, 1], [:refund, 7, 2]])
    end
  end

  it "is not asked for again where a call is only made again for the object that it gave" do
    mode = Kobako::CodeMode.new(approve: { "Tools::Orders.find" => :ask }) do |sandbox|
      sandbox.bind("Tools::Orders", orders, replay: :again)
    end
    mode.call("order = Tools::Orders.find(7); 1")
    mode.approve

    expect(mode.session(mode.dump).call("Tools::Orders.total(order)").value).to eq(100)
    expect(orders.noted).to eq([[:find, 7], [:find, 7]])
  end

  it "answers a tool that suspends by a value, and not by an approval" do
    asking.call("Tools::Orders.hold(3)")

    expect { mode.approve }.to raise_error(Kobako::Error, /\ATools::Orders\.hold\(3\) was made, and waits for a value/)
    expect(mode.waiting.reason).to eq("what is 3?")
    expect(mode.answer("three").value).to eq("three")
    mode.call("Tools::Orders.hold(4)")
    expect(mode.deny("nobody knows").to_s).to include("Tools::Orders.hold(4) was denied: nobody knows")
  end

  it "has nothing to say where nothing waits" do
    %i[approve deny].each do |decision|
      expect { mode.public_send(decision) }.to raise_error(Kobako::Error, "no code of the session waits")
    end
    expect { mode.answer(1) }.to raise_error(Kobako::Error, "no code of the session waits")
  end

  it "goes on waiting after a value that cannot cross" do
    asking.call("Tools::Orders.refund(7, 50)")
    cycle = []
    cycle << cycle

    expect { mode.answer(cycle) }.to raise_error(ArgumentError, /\Athe answer cannot cross/)
    expect(mode.approve.value).to eq("refunded 50")
  end

  describe "a rule" do
    it "may decide at once, by the call" do
      asking(->(call) { call.arguments.last < 100 ? true : "over #{call.arguments.last}" })

      expect(text("Tools::Orders.refund(7, 50)")).to eq('=> "refunded 50"')
      expect(text("Tools::Orders.refund(7, 500)")).to include("was denied: over 500 (do not call it again")
    end

    it "may have a person asked, or denies" do
      verdicts = [:ask, false, nil, :yes]
      asking(->(_) { verdicts.shift })

      expect(mode.call("Tools::Orders.refund(7, 50)")).to be_suspended
      expect(mode.approve.value).to eq("refunded 50")
      3.times do
        expect(text("Tools::Orders.refund(7, 50)")).to include("Tools::Orders.refund(7, 50) was denied (do not")
      end
    end

    it "that raises denies" do
      asking(->(_) { raise IOError, "no rules" })

      expect(text("Tools::Orders.refund(7, 50)")).to include("IOError: no rules")
      expect(orders.noted).to be_empty
    end

    it "holds for the method by its other name, and for the object at another path or by a handle" do
      asking { |sandbox| sandbox.bind("Tools::Other", orders).bind("Tools::Get", -> { orders }) }
      codes = ["Tools::Orders.give_back(1, 2)", "Tools::Other.refund(1, 2)", "Tools::Get.call.refund(1, 2)"]

      expect(codes.map { |code| mode.session.call(code).suspended? }).to all(be(true))
      expect(mode.call("Tools::Orders.find(1); 1")).to be_ok
    end

    it "is about the very object, and not about one that is equal to it" do
      equal = Class.new(Struct.new(:name)) { def send_it = name }
      tools = { "Tools::A" => equal.new("a"), "Tools::B" => equal.new("a") }
      mode = Kobako::CodeMode.new(tools:, approve: { "Tools::A" => :ask })

      expect(mode.session.call("Tools::B.send_it").value).to eq("a")
      tools["Tools::A"].name = "another"
      expect(mode.session.call("Tools::A.send_it")).to be_suspended
    end

    it "of a path is one of all its methods" do
      stub_const("Rows", Class.new { include(Enumerable) && define_method(:each) { |&block| [1, 2].each(&block) } })
      asking(:ask, "Tools::Orders") { |sandbox| sandbox.bind("Tools::Rows", Rows.new) }
      rows = Kobako::CodeMode.new(tools: { "Tools::Rows" => Rows.new }, approve: { "Tools::Rows" => :ask })

      expect(mode.call("Tools::Orders.find(1)").waiting.method).to eq("find")
      expect(rows.call("Tools::Rows.map { |row| row * 2 }").waiting.method).to eq("each")
      expect(rows.approve.value).to eq([2, 4])
    end

    it "of a lambda is one of all ways to call it" do
      lambdas = { "Tools::Send" => ->(to) { "sent #{to}" } }
      codes = ['Tools::Send.call("a")', 'Tools::Send.("a")', 'Tools::Send["a"]', 'Tools::Send.yield("a")']
      mode = Kobako::CodeMode.new(tools: lambdas, approve: { "Tools::Send.call" => :ask })

      expect(codes.map { |code| mode.session.call(code).suspended? }).to all(be(true))
    end

    it "is about what a script reaches, and is a rule" do
      expect { asking(:ask, "Tools::Orders.refnd") }.to raise_error(
        ArgumentError, /\Aapprove: has "Tools::Orders\.refnd", which a script does not reach \(did you mean .*\.refund/
      )
      expect do
        asking(1)
      end.to raise_error(ArgumentError, /\Aapprove: has 1 for Tools::Orders\.refund, expected :ask or a/)
      expect { Kobako::CodeMode.new(tools: { "Rates" => { vat: 1 } }, approve: { "Rates" => :ask }) }
        .to raise_error(ArgumentError, "approve: has Rates, which is data that nobody calls")
    end
  end

  it "refuses to go on with a call that is another one than was decided on" do
    guard = Kobako::CodeMode::Guard.new(asking.approvals, 5, decided: ["another", nil])
    service = mode.sandbox.link.bindings.to_h.fetch("Tools::Orders")

    expect { guard.refusal(service, "refund", "this") { nil } }
      .to raise_error(Kobako::ReplayError, /\Athe call is another one than was decided on/)
  end
end
