# frozen_string_literal: true

TOLERANCE = 0.00003
TIME_TOLERANCE = 20.0
CODE_LOADING_DIR = "/nonexistent/code"

module SpecMatchers
  private

  def raise_error(error = Exception, message = nil, options = nil, &block)
    SpecRaise.new(error, message, options, &block)
  end

  # CRuby before 4.1 is not consistent here, so the message is not looked at.
  def raise_consistent_error(error = Exception, _message = nil, options = nil, &block)
    SpecRaise.new(error, nil, options, &block)
  end

  def complain(text = nil, options = nil)
    SpecComplain.new(text, options)
  end

  def output(out = nil, err = nil)
    SpecOutput.new(out, err)
  end

  def output_to_fd(*)
    raise SpecSkipped, "file descriptors"
  end

  def block_caller
    raise SpecSkipped, "threads"
  end

  def skip(reason = "no reason")
    raise SpecSkipped, reason
  end

  def be_close(expected, tolerance)
    SpecMatcher.new("be close to #{expected}") { |x| (x - expected).abs <= tolerance }
  end

  def be_computed_by(name, *extra)
    SpecMatcher.new("be computed by #{name}") do |lines|
      lines.all? do |line|
        receiver, *rest = line
        wanted = rest.pop
        got = receiver.__send__(name, *(rest + extra))
        got == wanted || Spec.fail(
          "expected #{Spec.show(receiver)}.#{name}(#{Spec.show(rest + extra)}) == #{Spec.show(wanted)}", "got #{Spec.show(got)}"
        )
      end
    end
  end

  def be_nil = SpecMatcher.new("be nil") { |x| x.nil? }
  def be_true = SpecMatcher.new("be true") { |x| true == x }
  def be_false = SpecMatcher.new("be false") { |x| false == x }
  def be_true_or_false = SpecMatcher.new("be true or false") { |x| true == x || false == x }
  def be_empty = SpecMatcher.new("be empty") { |x| x.empty? }
  def be_nan = SpecMatcher.new("be NaN") { |x| x.nan? }
  def be_positive_infinity = SpecMatcher.new("be Infinity") { |x| x.infinite? == 1 }
  def be_negative_infinity = SpecMatcher.new("be -Infinity") { |x| x.infinite? == -1 }
  def be_positive_zero = SpecMatcher.new("be 0.0") { |x| (1.0 / x).infinite? == 1 }
  def be_negative_zero = SpecMatcher.new("be -0.0") { |x| (1.0 / x).infinite? == -1 }
  def eql(other) = SpecMatcher.new("eql #{Spec.show(other)}") { |x| x.eql?(other) }
  def equal(other) = SpecMatcher.new("equal #{Spec.show(other)}") { |x| x.equal?(other) }
  def be_kind_of(mod) = SpecMatcher.new("be a kind of #{mod}") { |x| x.is_a?(mod) }
  def be_an_instance_of(mod) = SpecMatcher.new("be an instance of #{mod}") { |x| x.instance_of?(mod) }
  def be_ancestor_of(mod) = SpecMatcher.new("be an ancestor of #{mod}") { |x| mod.ancestors.include?(x) }
  def respond_to(name) = SpecMatcher.new("respond to #{name}") { |x| x.respond_to?(name) }
  def have_method(name) = SpecMatcher.new("have method #{name}") { |x| x.methods.include?(name.to_sym) }

  def have_instance_method(name, sup = true) = SpecMatcher.new("have instance method #{name}") { |x|
                                                 x.instance_methods(sup).include?(name.to_sym)
                                               }

  def have_public_instance_method(name, sup = true) = SpecMatcher.new("have public instance method #{name}") { |x|
                                                        x.public_instance_methods(sup).include?(name.to_sym)
                                                      }

  def have_private_instance_method(name, sup = true) = SpecMatcher.new("have private instance method #{name}") { |x|
                                                         x.private_instance_methods(sup).include?(name.to_sym)
                                                       }

  def have_protected_instance_method(name, sup = true) = SpecMatcher.new("have protected instance method #{name}") { |x|
                                                           x.protected_instance_methods(sup).include?(name.to_sym)
                                                         }

  def have_private_method(name) = SpecMatcher.new("have private method #{name}") { |x|
                                    x.private_methods.include?(name.to_sym)
                                  }

  def have_singleton_method(name) = SpecMatcher.new("have singleton method #{name}") { |x|
                                      x.singleton_methods.include?(name.to_sym)
                                    }

  def have_constant(name) = SpecMatcher.new("have constant #{name}") { |x|
                              x.constants.map { |c|
                                c.to_sym
                              }.include?(name.to_sym)
                            }

  def have_instance_variable(name) = SpecMatcher.new("have ivar #{name}") { |x|
                                       x.instance_variables.include?(name.to_sym)
                                     }

  def have_class_variable(name) = SpecMatcher.new("have cvar #{name}") { |x| x.class_variables.include?(name.to_sym) }

  def include_any_of(*items) = SpecMatcher.new("include any of #{Spec.show(items)}") { |x|
                                 items.any? { |i|
                                   x.include?(i)
                                 }
                               }

  def match_yaml(other) = SpecMatcher.new("match as YAML") { |x|
                            YAML.load(x.is_a?(String) ? x : x.to_yaml) == YAML.load(other.is_a?(String) ? other : other.to_yaml)
                          }

  def equal_element(element, attributes = {}, content = nil, options = {})
    not_closed = options[:not_closed]
    SpecMatcher.new("be the element <#{element} #{attributes.inspect}>#{content}") do |text|
      ok = text.start_with?("<#{element}") || text.start_with?("<#{element.downcase}")
      attributes.each { |k, v| ok &&= v == true ? text.include?(" #{k}") : text.include?(%( #{k}="#{v}")) }
      ok &&= not_closed || text.downcase.end_with?("</#{element.downcase}>") || content.nil?
      ok && (content.nil? || text.include?(content))
    end
  end
end

class SpecEnvironment
  include SpecMatchers
end

class Module
  include SpecMatchers
end

SpecEnv = SpecEnvironment.new
