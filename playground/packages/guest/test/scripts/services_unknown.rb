puts Shop::Orders == Shop::Orders, Shop::Orders.to_s
Shop::Orders.destroy_all
