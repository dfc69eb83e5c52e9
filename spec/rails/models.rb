# frozen_string_literal: true

require "spec_helper"
require_relative "application"

# Not among the specs that `rspec` finds, as it needs ActiveRecord and SQLite: rake test:rails installs them and runs
# this.
RSpec.describe "ActiveRecord's models" do
  let(:box) do
    Kobako::Sandbox.new(memory_limit: 16 << 20).tap do |box|
      box.define(:Shop).bind(:Invoice, ->(number) { Invoice.find_by!(number:) })
         .bind(:All, -> { Invoice.order(:id) }).bind(:Customer, -> { Customer.first })
         .bind(:Invoices, Invoice, only: %i[numbered matching])
    end
  end

  def message(code, box = self.box)
    box.eval(code).inspect
  rescue Kobako::ServiceError, Kobako::SandboxError => e
    e.message
  end

  def expose_invoices
    box.expose(Invoice, only: %i[id number status total due_on paid_at customer overdue?])
       .expose(Customer, only: %i[name invoices])
       .expose(ActiveRecord::Relation, only: %i[limit count unpaid above], enumerable: true)
  end

  it "answer nothing that ActiveRecord brought along, and say how their class is exposed" do
    expect(message("Shop::Invoice.call('R-1').total"))
      .to include("expose its class: sandbox.expose(Invoice, only: %i[total])")
    expect(message("Shop::All.call.count")).to include("ActiveRecord_Relation, only: %i[count])")
    expect(Kobako.exposed(Invoice.first)).to eq([])
  end

  it "answer what is listed: attributes, associations, methods of their own" do
    expose_invoices

    expect(box.eval(<<~RUBY)).to eq([1, "R-1", "open", "Acme", true, false])
      i = Shop::Invoice.call("R-1")
      [i.id, i.number, i.status, i.customer.name, i.overdue?, Shop::Invoice.call("R-3").overdue?]
    RUBY
    expect(Kobako.exposed(Invoice.first, sandbox: box))
      .to eq(%i[customer due_on id number overdue? paid_at status total])
    expect(message("Shop::Invoice.call('R-1').destroy")).to include("add it to only: of expose(Invoice)")
    expect(message("Shop::Invoice.call('R-1').customer.password_digest"))
      .to include("add it to only: of expose(Customer)")
  end

  it "answer attributes that no record has been asked for yet" do
    model = Class.new(ApplicationRecord) { self.table_name = "customers" }
    Object.const_set(:Untouched, model)
    box.expose(Untouched, only: %i[name])
    box.define(:Untouched).bind(:First, -> { Untouched.first })

    expect(box.eval("Untouched::First.call.name")).to eq("Acme")
  ensure
    Object.__send__(:remove_const, :Untouched)
  end

  it "give money, dates and times" do
    expose_invoices.expose(ActiveSupport::TimeWithZone, only: %i[year hour to_i iso8601])

    expect(box.eval("i = Shop::Invoice.call('R-2'); [i.total.to_f, i.due_on.year, i.due_on.day]"))
      .to eq([99.99, 2026, 2])
    expect(box.eval("t = Shop::Invoice.call('R-2').paid_at; [t.year, t.hour, t.to_i]")).to eq([2026, 4, 1_767_323_045])
  end

  it "give relations: what is listed runs in the database, and Enumerable in the guest" do
    expose_invoices

    expect(box.eval(<<~RUBY)).to eq([3, %w[R-1 R-2], 2, %w[R-2]])
      r = Shop::All.call
      [r.count, r.limit(2).map(&:number), r.unpaid.count, r.above(50).map(&:number)]
    RUBY
    expect(box.eval("Shop::Customer.call.invoices.unpaid.sort_by(&:number).map(&:id)")).to eq([1, 3])
    expect(box.eval("Shop::All.call.each_with_index.map { |i, n| [n, i.number] }.last")).to eq([2, "R-3"])
    expect(box.eval("Shop::All.call.sum { |i| i.total.to_f }.round(2)")).to eq(112.59)
    expect(message("Shop::All.call.order('1')")).to include("add it to only: of expose(ActiveRecord::Relation)")
  end

  it "yield to a guest's block by find_each, which break ends" do
    expose_invoices
    box.define(:Batch).bind(:Invoices, Invoice.all, only: %i[find_each])

    expect(box.eval("all = []; Batch::Invoices.find_each { |i| all << i.number }; all")).to eq(%w[R-1 R-2 R-3])
    expect(box.eval("Batch::Invoices.find_each(batch_size: 1) { |i| break i.number if i.id == 2 }")).to eq("R-2")
  end

  it "are found by methods of the application that take what they expect" do
    expose_invoices

    expect(box.eval("[Shop::Invoices.numbered('R-3').id, Shop::Invoices.matching(status: 'open').count]")).to eq([3, 2])
    expect(message("Shop::Invoices.matching(status: { id: 1 }).count")).to eq("0")
    expect(message("Shop::Invoices.matching(minimum: '0) OR 1=1 --')")).to include("ArgumentError")
    expect(message("Shop::Invoices.matching('1=1')")).to include("ArgumentError")
    expect(message("Shop::Invoices.where('1=1')")).to include("add it to only: where the service is bound")
  end

  it "take SQL of the guest where `where` is listed, which docs/guides/rails.md warns of" do
    box.expose(ActiveRecord::Relation, only: %i[where order count])
    injected = "id IN (SELECT 1 FROM customers WHERE password_digest LIKE 'hunter%')"

    expect(box.eval("Shop::All.call.where(#{injected.inspect}).count")).to eq(1)
    expect(message("Shop::All.call.order('(SELECT 1)').count")).to include("UnknownAttributeReference")
  end

  %w[send(:destroy) __send__(:destroy) public_send(:destroy) try(:destroy) instance_eval('destroy') method(:destroy)
     method_missing(:destroy) method_missing(:total=,1) attributes write_attribute(:total,1) update(total:1) becomes(1)
     update_column(:total,1) delete destroy! as_json to_json inspect reload class.delete_all class.connection
     association(:customer) instance_variable_get(:@attributes) tap{|i|i.destroy} then{|i|i.destroy} dup.destroy
     total=1 password_digest errors self.class.name].each do |call|
    it "answer no #{call}" do
      expose_invoices
      before = Invoice.pluck(:id, :total)
      object = "Shop::Invoice.call('R-1')"

      expect(message("#{object}.#{call}")).to match(/exposed|no method|undefined method|\A"(#<)?Kobako::Handle/)
      expect(Invoice.pluck(:id, :total)).to eq(before)
    end
  end

  %w[delete_all destroy_all update_all("total=0") find_by_sql('x') where("1=1") klass connection extending
     scoping{} arel to_sql from("customers") select("password_digest") joins("x") pluck(:number) calculate(:sum,:id)
     method_missing(:delete_all) method_missing(:where,"1=1") inject(:destroy) reduce(:destroy) map(&:destroy)
     each(&:destroy) public_send(:delete_all) load records.delete_all to_a.map(&:destroy)
     lazy.map(&:destroy).to_a unscoped merge(1)].each do |call|
    it "have relations that answer no #{call}" do
      expose_invoices
      before = Invoice.pluck(:id, :total)

      expect(message("Shop::All.call.#{call}")).to match(/exposed|no method|undefined method|wrong number of arguments/)
      expect(Invoice.pluck(:id, :total)).to eq(before)
    end
  end

  it "beside which objects of ActiveModel, SimpleDelegator, Forwardable and Struct answer what is listed" do
    objects = { search: Search.new(text: "tea"), presenter: InvoicePresenter.new(Invoice.first),
                statement: Statement.new(Customer.first), address: Address.new("Elm St", "Ulm") }
    box.expose(Search, only: %i[text limit]).expose(InvoicePresenter, only: %i[title number])
       .expose(Statement, only: %i[name]).expose(Address, only: %i[city])
    box.define(:Host).bind(:Get, ->(name) { objects.fetch(name.to_sym) })
    get = "g = Host::Get;"

    expect(box.eval("#{get} s = g.call('search'); [s.text, s.limit]")).to eq(["tea", 10])
    expect(box.eval("#{get} x = g.call('presenter'); [x.title, x.number]")).to eq(["Invoice R-1", "R-1"])
    expect(box.eval("#{get} [g.call('statement').name, g.call('address').city]")).to eq(%w[Acme Ulm])
    { "search" => "text=", "presenter" => "destroy", "statement" => "password_digest", "address" => "street" }
      .each do |name, method|
        expect(message("#{get} g.call('#{name}').method_missing(:#{method})")).to match(/not exposed|no method/)
      end
  end

  it "are named by an error of the application's, and by none of the database's objects" do
    expose_invoices

    expect(message("Shop::Invoice.call('R-9')")).to match(/\AActiveRecord::RecordNotFound: Couldn't find Invoice/)
  end
end
