# What `defined?` asks.
module Kernel
  def __callable?(name) = respond_to?(name, true)
  def __global?(name) = global_variables.include?(name)
  def __super?(name) = !name.nil? && !method(name).super_method.nil?
end
