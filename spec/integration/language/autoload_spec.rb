# frozen_string_literal: true

# Constants that are loaded where they are met, of the libraries that the host gives.
RSpec.describe "autoload" do
  let(:sandbox) { Kobako::Sandbox.new }

  def library(name, code) = sandbox.library(name, code)

  it "goes before a constant of the same name further out" do
    library("shop/file", "module Shop; File = :own; Comparable = :too; end")

    expect(sandbox.eval(<<~RUBY)).to eq(%i[own too])
      module Shop
        autoload :File, "shop/file"
        autoload :Comparable, "shop/file"
        def self.both = [File, Comparable]
      end
      Shop.both
    RUBY
  end

  it "is known to each way of looking a constant up, and loads for those that take its value" do
    library("shop/item", "puts 'loaded'\nmodule Shop; class Item; def x = 1; end; end")
    asked = "Shop.const_defined?(:Item), Shop.constants, defined?(Shop::Item), Shop.autoload?(:Item)"
    head = "module Shop; autoload :Item, 'shop/item'; end\n"

    expect(sandbox.eval("#{head}[#{asked}]")).to eq([true, [:Item], "constant", "shop/item"])
    expect(sandbox.stdout).to eq("")
    expect(sandbox.eval("#{head}[Shop.const_get(:Item).name, Shop::Item.new.x, Shop.autoload?(:Item)]"))
      .to eq(["Shop::Item", 1, nil])
    expect(sandbox.eval("#{head}module Shop; class Item; def y = 2; end; end\nShop::Item.new.then { |i| [i.x, i.y] }"))
      .to eq([1, 2])
    expect(sandbox.eval("#{head}Object.const_get('Shop::Item').name")).to eq("Shop::Item")
    expect(sandbox.eval("#{head}include Shop\nItem.name")).to eq("Shop::Item")
    expect(sandbox.eval("#{head}class User; include Shop; def item = Item; end\nUser.new.item.name"))
      .to eq("Shop::Item")
    expect(sandbox.eval("#{head}class Other; extend Shop; def self.it = singleton_class::Item; end\nOther.it.name"))
      .to eq("Shop::Item")
  end

  it "goes before the module's own const_missing" do
    library("kinds", "class Kinds; class Plain; end; end")

    expect(sandbox.eval("class Kinds; def self.const_missing(n) = n; autoload :Plain, 'kinds'; end; Kinds::Plain.name"))
      .to eq("Kinds::Plain")
  end

  it "tries again what raised, and forgets what defines nothing" do
    library("fails", "raise 'no'")
    library("empty", "")

    expect(sandbox.eval(<<~RUBY)).to eq([%w[no no], "uninitialized constant Shop::Gone", [:Fails], nil])
      module Shop; autoload :Fails, "fails"; autoload :Gone, "empty"; end
      fails = Array.new(2) { Shop::Fails rescue $!.message }
      gone = begin; Shop::Gone; rescue NameError => e; e.message; end
      [fails, gone, Shop.constants, defined?(Shop::Gone)]
    RUBY
  end

  it "lets the library that loads define the constant, and ask for it" do
    library("loop", "module Loop; p defined?(Again), const_defined?(:Again); class Again; end; p Again; end")

    sandbox.eval("module Loop; autoload :Again, 'loop'; end; Loop::Again.name")
    expect(sandbox.stdout).to eq("nil\nfalse\nLoop::Again\n")
  end

  it "is replaced by an assignment without a warning, and can be removed" do
    code = "module M; autoload :A, 'nowhere'; autoload :B, 'nowhere'; A = 1; p remove_const(:B), constants; end; M::A"

    expect(sandbox.eval(code)).to eq(1)
    expect([sandbox.stdout, sandbox.stderr]).to eq(["nil\n[:A]\n", ""])
  end

  it "says at the constant that there is no such library" do
    expect { sandbox.eval("autoload :Nothing, 'nowhere/at/all'\nNothing") }
      .to raise_error(Kobako::SandboxError, %r{cannot load such file -- nowhere/at/all})
  end
end
