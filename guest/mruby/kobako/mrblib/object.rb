# What CRuby's Module and Exception have and mruby's have not.
class Module
  def private_class_method(*names)
    singleton_class.__send__(:private, *names.flatten)
    nil
  end

  def public_class_method(*names)
    singleton_class.__send__(:public, *names.flatten)
    nil
  end
end

class Exception
  def full_message(**)
    lines = backtrace || []
    place = lines.empty? ? "" : "#{lines.first}: "
    ["#{place}#{message} (#{self.class})", *lines.drop(1).map { |line| "\tfrom #{line}" }].join("\n")
  end
end
