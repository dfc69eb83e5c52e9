class Shop
  class Closed < StandardError; end

  def buy
    raise Closed, "come again\ntomorrow"
  end
end

Shop.new.buy
